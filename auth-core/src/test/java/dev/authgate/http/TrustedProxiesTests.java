package dev.authgate.http;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TrustedProxiesTests {

	@ParameterizedTest
	@CsvSource({ "10.0.0.0/8, 10.255.255.255", "10.0.0.0/8, 10.0.0.0", "10.0.0.0/8, ::ffff:10.1.2.3",
			"192.0.2.7, 192.0.2.7", "192.0.2.6/31, 192.0.2.7", "192.0.2.7/32, ::ffff:192.0.2.7",
			"128.0.0.0/1, 255.0.0.1", "2001:db8::/32, 2001:db8:ffff::1", "2001:db8::1, 2001:db8:0:0:0:0:0:1",
			"fc00::/7, fdff::1", "2001:db8::8/127, 2001:db8::9" })
	void whenAddressIsInTheNetworkThenTrusted(String network, String address) {
		assertThat(TrustedProxies.of(List.of("198.51.100.1", network)).contains(address)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "10.0.0.0/8, 11.0.0.0", "10.0.0.0/8, 9.255.255.255", "192.0.2.7, 192.0.2.6", "192.0.2.6/31, 192.0.2.8",
			"128.0.0.0/1, 127.255.255.255", "2001:db8::/32, 2001:db9::", "2001:db8::/32, 32.1.13.184",
			"fc00::/7, fe00::", "10.0.0.0/8, a00::", "10.0.0.0/8, ::10.1.2.3", "10.0.0.0/8, 10.1.2.3%eth0",
			"10.0.0.0/8, 10.1.2", "10.0.0.0/8, ''" })
	void whenAddressIsElsewhereThenNotTrusted(String network, String address) {
		assertThat(TrustedProxies.of(List.of(network)).contains(address)).isFalse();
	}

	@Test
	void whenNoneThenNobodyIsTrusted() {
		assertThat(TrustedProxies.none().contains("127.0.0.1")).isFalse();
		assertThatIllegalArgumentException().isThrownBy(() -> TrustedProxies.of(List.of()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/", "/8", "proxy.example.com", "10.0.0.0.0/8", "10.0/8", "::ffff:10.0.0.0/104",
			"::ffff:10.0.0.1", "fe80::1%eth0", "[::1]", "10.0.0.1:80" })
	void whenNoAddressThenRefused(String network) {
		refused(network).withMessageContaining("is no IP address or network").withMessageContaining("10.0.0.0/8");
	}

	@ParameterizedTest
	@CsvSource({ "10.0.0.0/, 32", "10.0.0.0/33, 32", "10.0.0.0/-1, 32", "10.0.0.0/08, 32", "10.0.0.0/8/8, 32",
			"10.0.0.0/255.0.0.0, 32", "2001:db8::/129, 128", "10.0.0.0/ 8, 32", "10.0.0.0/99999999999, 32" })
	void whenPrefixIsOutOfRangeThenRefused(String network, String bits) {
		refused(network).withMessageContaining("prefix length from 1 to " + bits);
	}

	@ParameterizedTest
	@CsvSource({ "10.1.2.3/8, 10.0.0.0/8", "192.0.2.7/31, 192.0.2.6/31", "2001:db8::1/64, 2001:db8:0:0:0:0:0:0/64" })
	void whenBitsAreSetBeyondThePrefixThenNetworkIsNamed(String network, String corrected) {
		refused(network).withMessageContaining("write " + corrected + " for the whole network");
		assertThat(TrustedProxies.of(List.of(corrected))).hasToString("[" + corrected + "]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0.0.0.0/0", "::/0", "10.0.0.0/0" })
	void whenNetworkIsEverybodyThenRefused(String network) {
		refused(network).withMessageContaining("'" + network + "' is everybody");
	}

	@Test
	void whenTextIsHostileThenMessageIsOneLine() {
		refused("a\r\nb").withMessageMatching("[ -~]+");
	}

	private static org.assertj.core.api.ThrowableAssertAlternative<?> refused(String network) {
		return assertThatIllegalArgumentException().isThrownBy(() -> TrustedProxies.of(List.of(network)));
	}

}
