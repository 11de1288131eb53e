package dev.authgate.http;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class IpAddressTests {

	@ParameterizedTest
	@CsvSource({ "0.0.0.0, 0.0.0.0", "255.255.255.255, 255.255.255.255", "192.0.2.7, 192.0.2.7",
			"::ffff:192.0.2.7, 192.0.2.7", "::FFFF:c000:207, 192.0.2.7", "0:0:0:0:0:ffff:192.0.2.7, 192.0.2.7",
			"::, 0:0:0:0:0:0:0:0", "::1, 0:0:0:0:0:0:0:1", "1::, 1:0:0:0:0:0:0:0",
			"2001:DB8::a:0b, 2001:db8:0:0:0:0:a:b", "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
			"1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0", "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
			"64:ff9b::192.0.2.7, 64:ff9b:0:0:0:0:c000:207", "1:2:3:4:5:6:192.0.2.7, 1:2:3:4:5:6:c000:207" })
	void whenAddressIsWrittenThenRead(String text, String address) {
		assertThat(IpAddress.parse(text)).hasToString(address);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "localhost", "1", "1.2.3", "1.2.3.", ".1.2.3", "1.2.3.4.", "1.2.3.4.5",
			"1.2.3.256", "01.2.3.4", "1.2.3.04", "0x1.2.3.4", "1.2.3.-4", "+1.2.3.4", "1.2.3.4 ", " 1.2.3.4",
			"1.2.3.4/8", "1..3.4", "\u0661.2.3.4", "1.2.3.\u00b2", "1.2.3.4:80", ":", ":::", "1:2:3:4:5:6:7",
			"1:2:3:4:5:6:7:8:9", "1::2::3", "::1::", "1:2:3:4:5:6:7:8::", "::1:2:3:4:5:6:7:8", ":1:2:3:4:5:6:7",
			"1:2:3:4:5:6:7:", "12345::", "g::", "::1%eth0", "[::1]", "1.2.3.4::", "::1.2.3.4:5", "1.2.3.4:5::",
			"::1.2.3", "::1.2.3.256", "1:2:3:4:5:6:7:1.2.3.4", "::00000", "::\uff11", "::ffff:1.2.3.4:5",
			"0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0" })
	void whenTextIsNoAddressThenNone(String text) {
		assertThat(IpAddress.parse(text)).isNull();
	}

	@Test
	void whenComparedThenByNumber() {
		assertThat(IpAddress.parse("2001:db8::1")).isEqualTo(IpAddress.parse("2001:0DB8:0::0:1"))
			.hasSameHashCodeAs(IpAddress.parse("2001:0DB8:0::0:1"))
			.isNotEqualTo(IpAddress.parse("2001:db8::2"));
	}

}
