package dev.authgate.http;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * O6: the rightmost hop that is no proxy.
 */
class ClientAddressesTests {

	private static final TrustedProxies PROXIES = TrustedProxies.of(List.of("10.0.0.0/8", "2001:db8::/32"));

	private static final String PROXY = "10.0.0.1";

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "192.0.2.7 | 192.0.2.7", "1.1.1.1, 192.0.2.7 | 192.0.2.7",
					"1.1.1.1,192.0.2.7,10.0.0.2 | 192.0.2.7", "192.0.2.7:4711 | 192.0.2.7",
					"2a00::7 | 2a00:0:0:0:0:0:0:7", "[2a00::7] | 2a00:0:0:0:0:0:0:7",
					"[2a00::7]:4711 | 2a00:0:0:0:0:0:0:7", "::ffff:192.0.2.7 | 192.0.2.7",
					"192.0.2.7,\t2001:db8::1 , 10.0.0.2 | 192.0.2.7", "10.0.0.3, 10.0.0.2 | 10.0.0.3" })
	void whenPeerIsTrustedThenRightmostOtherHop(String header, String client) {
		assertThat(find(header)).isEqualTo(client);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "`` | 10.0.0.1", "unknown | 10.0.0.1", "192.0.2.7, evil | 10.0.0.1", "192.0.2.7, | 10.0.0.1",
					"192.0.2.7,,10.0.0.2 | 10.0.0.2", "192.0.2.7, evil.example.com, 10.0.0.2 | 10.0.0.2",
					"192.0.2.7:99999 | 10.0.0.1", "192.0.2.7:x | 10.0.0.1", "[192.0.2.7] | 10.0.0.1", "[::1 | 10.0.0.1",
					"[] | 10.0.0.1", "\"192.0.2.7\" | 10.0.0.1", "192.0.2.7 192.0.2.8 | 10.0.0.1" })
	void whenHopCannotBeReadThenLastGoodOne(String header, String client) {
		assertThat(find(header)).isEqualTo(client);
	}

	@Test
	void whenPeerIsNotTrustedThenPeer() {
		ClientAddresses addresses = new ClientAddresses(PROXIES, "X-Forwarded-For");
		assertThat(addresses.find("192.0.2.9", List.of("192.0.2.7"))).isEqualTo("192.0.2.9");
		assertThat(ClientAddresses.ofPeers().find(PROXY, List.of("192.0.2.7"))).isEqualTo(PROXY);
	}

	@Test
	void whenHeaderIsAbsentThenPeer() {
		assertThat(new ClientAddresses(PROXIES, "X-Forwarded-For").find(PROXY, List.of())).isEqualTo(PROXY);
	}

	@Test
	void whenHeaderIsRepeatedThenTheLastStandsRightmost() {
		ClientAddresses addresses = new ClientAddresses(PROXIES, "X-Forwarded-For");
		assertThat(addresses.find(PROXY, List.of("1.1.1.1", "192.0.2.7, 10.0.0.2"))).isEqualTo("192.0.2.7");
		assertThat(addresses.find(PROXY, List.of("1.1.1.1, 192.0.2.7", "10.0.0.2"))).isEqualTo("192.0.2.7");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "for=192.0.2.7 | 192.0.2.7", "For=192.0.2.7;proto=https;by=10.0.0.2 | 192.0.2.7",
					"for=1.1.1.1, for=192.0.2.7, for=10.0.0.2 | 192.0.2.7", "for=\"192.0.2.7:80\" | 192.0.2.7",
					"proto=http;for=\"[2a00::7]:80\"; | 2a00:0:0:0:0:0:0:7", "for=\"[2a00::7]\" | 2a00:0:0:0:0:0:0:7" })
	void whenStandardHeaderIsNamedThenRead(String header, String client) {
		assertThat(findStandard(header)).isEqualTo(client);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "192.0.2.7", "for=unknown", "for=_hidden", "for=192.0.2.7:80", "for=2a00::7", "for=\"2a00::7\"",
					"for=192.0.2.7;for=192.0.2.8", "for=\"192.0.2.7", "for=192.0.2.7\"", "for = 192.0.2.7",
					"proto=https", "host=\"a;for=192.0.2.7;b\"", "for=\"\"", "for=", "for=192.0.2.7;x", "for=[2a00::7]",
					"`;`", "``" })
	void whenStandardHeaderCannotBeReadThenPeer(String header) {
		assertThat(findStandard(header)).isEqualTo(PROXY);
	}

	@Test
	void whenClientOpensAQuoteThenLaterHopsAreStillRead() {
		assertThat(findStandard("for=\"1.1.1.1, for=192.0.2.7")).isEqualTo("192.0.2.7");
	}

	private static String find(String header) {
		return new ClientAddresses(PROXIES, "X-Forwarded-For").find(PROXY, List.of(header));
	}

	private static String findStandard(String header) {
		return new ClientAddresses(PROXIES, "forwarded").find(PROXY, List.of(header));
	}

	/** F47: whoever has an IPv6 network has all of its addresses. */
	@ParameterizedTest
	@CsvSource({ "192.0.2.7, 192.0.2.7", "::ffff:192.0.2.7, 192.0.2.7", "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
			"2001:db8:1:2::, 2001:db8:1:2:0:0:0:0/64", "::1, 0:0:0:0:0:0:0:0/64", "unknown, unknown" })
	void whenClientsAreCountedThenByAddressOrNetwork(String address, String network) {
		assertThat(ClientAddresses.networkOf(address)).isEqualTo(network);
	}

}
