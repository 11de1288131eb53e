package dev.authgate.contract;

import java.util.List;

/**
 * Texts that attackers send in place of a credential.
 */
public final class HostileTexts {

	private HostileTexts() {
	}

	/**
	 * Gives texts that are no good credential of any kind.
	 * @return empty, blank, long, non-ASCII and otherwise odd texts
	 */
	public static List<String> all() {
		return List.of("", " ", "\t", "\0", "\r\n", "a\r\nX-Injected: b", ".", "..", "...", "....", "null", "undefined",
				"=", "==", "%00", "%s%n", "${jndi:ldap://example.com}", "' OR '1'='1", "<script>", "../../etc/passwd",
				"é", "ключ", "\u212a", "\ud83d\ude00", "\ud800", "\udc00\ud800", "\u202e", "\ufeff", "\u00a0",
				"x".repeat(10_000), "é".repeat(10_000), ".".repeat(10_000), "e30.e30.e30", "e30..", ".e30.", "..e30",
				"e30.e30.e30.e30.e30");
	}

	/**
	 * Spells a good credential in ways that are not its own.
	 * @param credential a good credential
	 * @return the other spellings
	 */
	public static List<String> spellingsOf(String credential) {
		return List.of(credential + " ", " " + credential + " x", credential + "\t", credential + "\0",
				credential + "\n", credential + "=", credential + ",", credential + "\u200b", "\ufeff" + credential,
				"\"" + credential + "\"", credential.substring(1), credential.substring(0, credential.length() - 1),
				credential + credential, credential + "," + credential, credential + " " + credential);
	}

}
