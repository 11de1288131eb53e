package dev.authgate.spring.test.slice;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication(proxyBeanMethods = false)
class Notebook {

}
