package dev.authgate.jwt.token;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.nimbusds.jose.util.JSONObjectUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JsonParserTests {

	@Test
	void whenObjectIsEmptyThenEmpty() throws Exception {
		assertThat(JsonParser.parseObject(" { } ")).isEmpty();
	}

	@Test
	void whenThereAreMembersThenInTheirOrder() throws Exception {
		assertThat(JsonParser.parseObject("{\"b\":1,\"a\":\"x\",\"c\":true}")).containsExactly(Map.entry("b", 1L),
				Map.entry("a", "x"), Map.entry("c", true));
	}

	@Test
	void whenValuesAreNestedThenMapsAndLists() throws Exception {
		assertThat(valueOf("[1,[ ],{\"b\":[false,null]}]"))
			.isEqualTo(Arrays.asList(1L, List.of(), Map.of("b", Arrays.asList(false, null))));
	}

	@Test
	void whenBlanksStandBetweenTokensThenSkipped() throws Exception {
		assertThat(JsonParser.parseObject("\t{ \"a\" : [ 1 , 2 ] ,\r\n \"b\" : { } , \"c\" : [ ] } \n"))
			.isEqualTo(Map.of("a", List.of(1L, 2L), "b", Map.of(), "c", List.of()));
	}

	@Test
	void whenNumbersAreReadThenLongOrDouble() throws Exception {
		assertThat(valueOf("[0,-0,-7,9223372036854775807,-9223372036854775808,1.5,-0.25,1e3,1E+2,5e-1]"))
			.isEqualTo(List.of(0L, 0L, -7L, Long.MAX_VALUE, Long.MIN_VALUE, 1.5, -0.25, 1000.0, 100.0, 0.5));
	}

	@Test
	void whenTextHasEscapesThenTheyAreResolved() throws Exception {
		assertThat(valueOf("\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\ude00\\u00ff\\u00FF\""))
			.isEqualTo("a\"\\/\b\f\n\r\té\ud83d\ude00ÿÿ");
	}

	@Test
	void whenTextIsNotAsciiThenKept() throws Exception {
		assertThat(valueOf("\"é\u2028\ud83d\ude00\u007f\"")).isEqualTo("é\u2028\ud83d\ude00\u007f");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "null", "[]", "1", "\"a\"", "{", "}", "{]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}",
			"{,}", "{\"a\":1 \"b\":2}", "{\"a\" 1}", "{\"a\":1}}", "{\"a\":1}x", "{}{}", "{a:1}", "{'a':1}", "{1:1}",
			"{\"a\":1;\"b\":2}", "{\"a\"=1}", "{/**/}", "{}//", "{\"a\":#\n1}", "\ufeff{}", "{}\u0000", "{\u00a0}",
			"{\u000b}", "{\"a\":1\u2028}", "{null:1}", "{\"a\":1", "{\"a", "{\"a\"", "{\"a\":", "{\"a\":\"",
			"{\"a\":\"\\", "{\"a\":\"\\u0", "{\"a\":t", "{\"a\":-", "{\"a\":1e", "{\"a\":1,\"a\":1}",
			"{\"a\":null,\"a\":1}" })
	void whenTextIsNoStrictObjectThenRefused(String json) {
		assertRefused(json);
	}

	@ParameterizedTest
	@ValueSource(strings = { "tru", "True", "TRUE", "truex", "nul", "NULL", "nil", "undefined", "NaN", "Infinity",
			"-Infinity", "-", "+1", "01", "-01", "00", "1.", ".1", "1.e1", "1e", "1e+", "0x1", "1_000", "1f", "1L",
			"1e400", "-1e400", "9223372036854775808", "-9223372036854775809", "1 2", "1e+-1", "1e-+1", "[1,]", "[,1]",
			"[1", "[1}", "[1 2]", "'a'", "\"a", "\"a\nb\"", "\"\t\"", "\"\u0000\"", "\"\u001f\"", "\"\\\"", "\"\\x41\"",
			"\"\\'\"", "\"\\u12\"", "\"\\u12g4\"", "\"\\u-123\"", "\"\\u\uff11\uff11\uff11\uff11\"", "\"\\ud800\"",
			"\"\\udc00\"", "\"\\udc00\\ud800\"", "\"\\ud800x\"", "\"\ud800\"", "{\"b\":1,\"b\":2}",
			"{\"b\":1,\"\\u0062\":2}" })
	void whenValueIsNotStrictThenRefused(String value) {
		assertRefused("{\"a\":" + value + "}");
	}

	@Test
	void whenNestingIsWithinTheBoundThenRead() throws Exception {
		assertThat(valueOf("[".repeat(32) + "]".repeat(32))).isNotNull();
	}

	@Test
	void whenNestingIsBeyondTheBoundThenRefused() {
		assertRefused("{\"a\":" + "[".repeat(33) + "]".repeat(33) + "}");
		assertRefused("{\"a\":".repeat(34) + "1" + "}".repeat(34));
		assertRefused("{\"a\":".repeat(100_000));
	}

	@Test
	void whenMemberStandsTwiceInsideThenRefusedWhereTheLibraryKeepsTheLast() throws Exception {
		String twice = "{\"a\":{\"b\":1,\"b\":2}}";
		assertThat(JSONObjectUtils.parse(twice)).isEqualTo(Map.of("a", Map.of("b", 2L)));
		assertRefused(twice);
	}

	@Test
	void whenRefusedThenNoStackTraceIsPaidFor() {
		assertThatExceptionOfType(RefusedTokenException.class).isThrownBy(() -> JsonParser.parseObject("x"))
			.satisfies((ex) -> assertThat(ex.getStackTrace()).isEmpty());
	}

	@Test
	void whenAnyTextIsAcceptedThenTheLibraryReadsTheSame() throws Exception {
		Random random = new Random(44);
		int accepted = 0;
		for (int i = 0; i < 50_000; i++) {
			String json = mutated("{\"a\":[1,-2.5e1,true,null],\"b\":{\"c\":\"\\u00e9\\n\"},\"d\":\"\"}", random);
			Map<String, @Nullable Object> ours = parsedOrNull(json);
			if (ours != null) {
				accepted++;
				assertThat(JSONObjectUtils.parse(json)).as(json).isEqualTo(ours);
			}
		}
		assertThat(accepted).isGreaterThan(1000);
	}

	private static @Nullable Object valueOf(String json) throws RefusedTokenException {
		return JsonParser.parseObject("{\"a\":" + json + "}").get("a");
	}

	private static void assertRefused(String json) {
		assertThatExceptionOfType(RefusedTokenException.class).isThrownBy(() -> JsonParser.parseObject(json));
	}

	private static @Nullable Map<String, @Nullable Object> parsedOrNull(String json) {
		try {
			return JsonParser.parseObject(json);
		}
		catch (RefusedTokenException ex) {
			return null;
		}
	}

	private static String mutated(String json, Random random) {
		String likely = "{}[]\",:\\ \t\n0123456789eE+-.truefalsn/*'#abcd";
		StringBuilder mutated = new StringBuilder(json);
		for (int changes = random.nextInt(3); changes >= 0; changes--) {
			mutated.setCharAt(random.nextInt(mutated.length()), likely.charAt(random.nextInt(likely.length())));
		}
		return mutated.toString();
	}

}
