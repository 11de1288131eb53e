package dev.authgate.spring.app;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * Runs a test against the workspace application on a real port, started once for all such
 * tests.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Workspace.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
		"authgate.default-authenticator=api-key, jwt", "authgate.public-paths=/open/**",
		"authgate.api-keys.keys[0].key=" + Workspace.KEY_1, "authgate.api-keys.keys[0].app=client_1",
		"authgate.api-keys.keys[0].id=one", "authgate.api-keys.keys[0].permissions=threads:write, threads:read",
		"authgate.api-keys.keys[1].key=" + Workspace.KEY_2, "authgate.api-keys.keys[1].app=client_2",
		"authgate.api-keys.keys[1].id=two", "authgate.api-keys.keys[1].roles=admin",
		"authgate.jwt.secret=" + Workspace.JWT_SECRET, "authgate.login.token=true",
		"authgate.users.accounts[0].username=ada", "authgate.users.accounts[0].password=" + Workspace.PASSWORD_HASH,
		"authgate.users.accounts[0].permissions=threads:read", "authgate.users.accounts[1].username=eve",
		"authgate.users.accounts[1].password=" + Workspace.PASSWORD_HASH, "authgate.users.accounts[1].enabled=false",
		"authgate.users.accounts[2].username=root", "authgate.users.accounts[2].password=" + Workspace.PASSWORD_HASH,
		"authgate.users.accounts[2].roles=admin", "authgate.users.throttle.enabled=false",
		"authgate.report.enabled=false" })
public @interface WorkspaceTest {

}
