package dev.authgate.spring.properties;

import java.util.ArrayList;
import java.util.List;

import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.properties.PropertyNode.Group;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Bindable.BindRestriction;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Binds a tree of records as Spring Boot does, and refuses what Spring Boot would drop or
 * guess.
 */
public final class StrictBinder {

	private StrictBinder() {
	}

	/**
	 * Binds everything beneath a prefix.
	 * <p>
	 * Keys that the records do not know refuse wherever they are written, but for
	 * environment variables and system properties, which others may set.
	 * @param environment where the properties are
	 * @param root the prefix, one lower-case word
	 * @param type the record at the root of the tree
	 * @param <T> the type of that record
	 * @return the bound record
	 * @throws MisconfigurationException if a key is unknown or misshapen, or a value
	 * cannot be used; it has no cause and repeats no value
	 */
	public static <T> T bind(Environment environment, String root, Class<T> type) {
		Complaint.raise(complaintsAboutKeys(environment, root, Group.of(type)));
		return bind(Binder.get(environment, rules(environment)), root, type);
	}

	static <T> T bind(Binder binder, String root, Class<T> type) {
		Bindable<T> target = Bindable.of(type).withBindRestrictions(BindRestriction.NO_DIRECT_PROPERTY);
		try {
			return binder.bindOrCreate(root, target);
		}
		catch (BindException ex) {
			if (ex.getCause() instanceof MisconfigurationException known) {
				throw known;
			}
			throw new MisconfigurationException(ex.getName() + " cannot be understood.", "Correct its value.");
		}
	}

	// Ahead-of-time processing runs where the secrets are not. The application is judged
	// when it starts.
	private static BindHandler rules(Environment environment) {
		return Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING) ? BindHandler.DEFAULT
				: new ValueRules(environment);
	}

	private static List<Complaint> complaintsAboutKeys(Environment environment, String root, Group tree) {
		List<Complaint> complaints = new ArrayList<>();
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source.getUnderlyingSource() instanceof EnumerablePropertySource<?> written
					&& !isOfTheSystem(written)) {
				complaints.addAll(new SourceKeys(root, written).complaints(tree));
			}
		}
		return complaints;
	}

	private static boolean isOfTheSystem(PropertySource<?> source) {
		return source instanceof SystemEnvironmentPropertySource
				|| StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME.equals(source.getName());
	}

}
