package dev.authgate.jwt.token;

import dev.authgate.Caller;

/**
 * Judges the tokens of one issuer.
 * <p>
 * Called by many threads at once.
 */
public interface TokenTrust {

	/**
	 * Names the issuer.
	 * @return what its tokens have as {@code iss} claim, exactly
	 */
	String issuer();

	/**
	 * Judges a token that names this issuer, of which nothing has been verified yet: not
	 * its header, not its signature, not its claims.
	 * @param token the token
	 * @param claims the claims of the token, of which none has been taken
	 * @return the caller
	 * @throws RefusedTokenException if the token is refused; any runtime exception means
	 * that this cannot be told now
	 */
	Caller judge(CompactToken token, Claims claims) throws RefusedTokenException;

}
