package dev.authgate.spring.app;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.authgate.RequirePermission;
import dev.authgate.RequireRole;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Beans that require permissions and roles in each way there is.
 */
@Configuration(proxyBeanMethods = false)
class GuardedBeans {

	@Bean
	Vault vault() {
		return new Vault();
	}

	@Bean
	AdminDesk adminDesk() {
		return new AdminDesk();
	}

	@Bean
	Ledger ledger() {
		return new PaperLedger();
	}

	@Bean
	TextShelf textShelf() {
		return new TextShelf();
	}

	/**
	 * Requires on methods, one of them by a meta-annotation.
	 */
	static class Vault {

		@RequirePermission({ "vault:open", "threads:read", "vault:look" })
		public String open() {
			return "opened";
		}

		@LooksIntoVault
		public String look() {
			return "seen";
		}

		public String lookInside() {
			return look();
		}

		public String describe() {
			return "a vault";
		}

	}

	/**
	 * Requires on the class.
	 */
	@RequireRole({ "admin", "auditor" })
	static class AdminDesk {

		public String report() {
			return "report";
		}

		@RequirePermission("threads:read")
		public String both() {
			return "both";
		}

	}

	/**
	 * Requires on an interface's method.
	 */
	interface Ledger {

		@RequirePermission("threads:read")
		String read();

		String title();

	}

	/**
	 * Implements without an annotation of its own.
	 */
	static class PaperLedger implements Ledger {

		@Override
		public String read() {
			return "read";
		}

		@Override
		public String title() {
			return "title";
		}

	}

	/**
	 * Requires on a generic method, reached through a bridge.
	 *
	 * @param <T> what is put on the shelf
	 */
	abstract static class Shelf<T> {

		public abstract String put(T thing);

	}

	/**
	 * Implements the generic method.
	 */
	static class TextShelf extends Shelf<String> {

		@Override
		@RequirePermission("shelf:write")
		public String put(String thing) {
			return thing;
		}

	}

	/**
	 * Requires looking into the vault.
	 */
	@Target(ElementType.METHOD)
	@Retention(RetentionPolicy.RUNTIME)
	@RequirePermission("vault:look")
	@interface LooksIntoVault {

	}

}
