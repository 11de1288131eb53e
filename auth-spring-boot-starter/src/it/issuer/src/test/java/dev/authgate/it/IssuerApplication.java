package dev.authgate.it;

import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.authgate.spring.autoconfigure.AuthgateAutoConfiguration;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * Spring Authorization Server with two clients, in a process of its own. A line on its
 * standard input makes it sign with a new key.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = AuthgateAutoConfiguration.class)
class IssuerApplication {

	static final String READY = "The issuer is ready";

	static final String ROTATED = "The issuer has a new key";

	private final List<JWK> keys = new CopyOnWriteArrayList<>();

	IssuerApplication() throws JOSEException {
		rotate();
	}

	public static void main(String... arguments) throws JOSEException {
		IssuerApplication issuer = SpringApplication.run(IssuerApplication.class, arguments)
			.getBean(IssuerApplication.class);
		System.out.println(READY);
		try (Scanner lines = new Scanner(System.in)) {
			while (lines.hasNextLine()) {
				lines.nextLine();
				issuer.rotate();
				System.out.println(ROTATED);
			}
		}
	}

	private void rotate() throws JOSEException {
		this.keys
			.add(new RSAKeyGenerator(2048).keyUse(KeyUse.SIGNATURE).keyID(UUID.randomUUID().toString()).generate());
	}

	@Bean
	JWKSource<SecurityContext> published() {
		return (selector, context) -> selector.select(new JWKSet(this.keys));
	}

	@Bean
	JwtEncoder signing(JWKSource<SecurityContext> published) {
		NimbusJwtEncoder encoder = new NimbusJwtEncoder(published);
		encoder.setJwkSelector((keys) -> keys.get(keys.size() - 1));
		return encoder;
	}

	@Bean
	OAuth2TokenCustomizer<JwtEncodingContext> roles() {
		return (context) -> context.getClaims().claim("realm_access", Map.of("roles", List.of("editor")));
	}

}
