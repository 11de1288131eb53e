package dev.authgate.spring.settings.token;

import java.time.OffsetDateTime;

import dev.authgate.jwt.key.JwtAlgorithm;
import dev.authgate.secret.Secret;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationPropertiesSource;

/**
 * A key of our own tokens. Exactly one of secret, private key, public key alone and JWK
 * is set.
 *
 * @param id Id that the tokens of the key name. One key may have none, and takes the
 * tokens that name none.
 * @param algorithm Algorithm of the signatures. By default the usual one of such a key.
 * @param secret Secret that signs and verifies, as for authgate.jwt.secret.
 * @param privateKey Private key that signs, in PEM form (PKCS#8), or where it is:
 * 'file:…', 'classpath:…'.
 * @param publicKey Public key that verifies, in PEM form, or where it is. Beside a
 * private key only if that does not hold it.
 * @param jwk Key in JWK form, or where it is. A JWK set stands for all of its keys.
 * @param signFrom When the key begins to sign. Before, it verifies already.
 * @param retireAt When the key stops to sign and to verify.
 */
@ConfigurationPropertiesSource
public record TokenKeyProperties(@Nullable String id, @Nullable JwtAlgorithm algorithm, @Nullable Secret secret,
		@Nullable Secret privateKey, @Nullable Secret publicKey, @Nullable Secret jwk,
		@Nullable OffsetDateTime signFrom, @Nullable OffsetDateTime retireAt) {
}
