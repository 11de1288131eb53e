package dev.authgate.spring.autoconfigure.websocket;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import dev.authgate.revocation.RevocationStore;
import dev.authgate.revocation.Revocations;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * The revocations of an application, where there can be any: they are not made for who
 * only asks, unless other nodes may have written some.
 * <p>
 * Safe for use by several threads.
 */
final class MadeRevocations implements Supplier<@Nullable Revocations> {

	private static final String STORE = "authgateRevocationStore";

	private final ConfigurableListableBeanFactory beans;

	private final List<String> names;

	private final boolean shared;

	private final AtomicReference<@Nullable Revocations> made = new AtomicReference<>();

	/**
	 * Makes the supplier.
	 * @param beans the beans
	 * @param stored whether this application keeps what is shared in a store of ours
	 */
	MadeRevocations(ConfigurableListableBeanFactory beans, boolean stored) {
		this.beans = beans;
		this.names = List.of(beans.getBeanNamesForType(Revocations.class, true, false));
		this.shared = stored || !List.of(beans.getBeanNamesForType(RevocationStore.class, true, false)).contains(STORE);
	}

	@Override
	public @Nullable Revocations get() {
		Revocations known = this.made.get();
		if (known == null && (this.shared || this.names.stream().anyMatch(this.beans::containsSingleton))) {
			known = this.beans.getBean(Revocations.class);
			this.made.set(known);
		}
		return known;
	}

}
