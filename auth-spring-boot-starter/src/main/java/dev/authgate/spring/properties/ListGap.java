package dev.authgate.spring.properties;

/**
 * The complaint about a list that lacks an element before others.
 */
final class ListGap {

	private ListGap() {
	}

	static Complaint complaint(String missing, String where) {
		return new Complaint(missing + " is missing, and elements after it are there (" + where + ").",
				"Number the elements from [0] on, without a gap. A list is taken whole from one place: to change one of "
						+ "its elements elsewhere, write all of them there.");
	}

}
