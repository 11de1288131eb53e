package dev.authgate;

import org.jspecify.annotations.Nullable;

/**
 * Tells what a credential that was accepted before is worth now.
 * <p>
 * Asked about once a second for as long as what the credential began goes on, so it
 * answers from memory. Safe for use by several threads.
 */
@FunctionalInterface
public interface LiveCredential {

	/**
	 * Tells who the caller is now.
	 * @return the caller with the permissions and roles of now, the same object while
	 * nothing has changed, or {@code null} if the credential is void
	 * @throws RuntimeException if that cannot be told, which is taken for void
	 */
	@Nullable Caller caller();

}
