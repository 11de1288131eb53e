package dev.authgate.spring.load;

/**
 * One answer to a client under load.
 *
 * @param kind what was asked for
 * @param status the HTTP status
 * @param began when it was asked for, as {@link System#nanoTime()} tells it
 * @param ended when it was answered
 */
record Answer(Kind kind, int status, long began, long ended) {

	boolean isGood() {
		return this.status == this.kind.good;
	}

	long millis() {
		return (this.ended - this.began) / 1_000_000;
	}

	/**
	 * What clients ask for.
	 */
	enum Kind {

		LOGIN(200), TOKEN(200), REFRESH(200), FORM(303), PAGE(200);

		private final int good;

		Kind(int good) {
			this.good = good;
		}

	}

}
