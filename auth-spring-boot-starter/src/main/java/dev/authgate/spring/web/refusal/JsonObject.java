package dev.authgate.spring.web.refusal;

import java.util.List;

/**
 * The text of a JSON object, in ASCII so that it stays the same in whatever encoding a
 * handler has begun to write text.
 * <p>
 * By hand, so that an application without a JSON library answers the same.
 */
final class JsonObject {

	private final StringBuilder text = new StringBuilder(200);

	JsonObject with(String name, String value) {
		name(name);
		string(value);
		return this;
	}

	JsonObject with(String name, int value) {
		name(name);
		this.text.append(value);
		return this;
	}

	JsonObject with(String name, List<String> values) {
		name(name);
		char separator = '[';
		for (String value : values) {
			this.text.append(separator);
			string(value);
			separator = ',';
		}
		this.text.append(']');
		return this;
	}

	@Override
	public String toString() {
		return this.text + "}";
	}

	private void name(String name) {
		this.text.append((this.text.length() == 0) ? '{' : ',');
		string(name);
		this.text.append(':');
	}

	private void string(String value) {
		this.text.append('"');
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if (c == '"' || c == '\\') {
				this.text.append('\\').append(c);
			}
			else if (c < ' ' || c > '~') {
				this.text.append(String.format("\\u%04x", (int) c));
			}
			else {
				this.text.append(c);
			}
		}
		this.text.append('"');
	}

}
