package dev.authgate.spring.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.authgate.jwt.key.JwtAlgorithm;
import dev.authgate.secret.Secret;
import dev.authgate.spring.guard.model.Access;
import dev.authgate.spring.settings.authenticator.ApiKeysProperties;
import dev.authgate.spring.settings.authenticator.HttpProperties;
import dev.authgate.spring.settings.login.LoginProperties;
import dev.authgate.spring.settings.login.LogoutProperties;
import dev.authgate.spring.settings.login.SessionProperties;
import dev.authgate.spring.settings.login.UsersProperties;
import dev.authgate.spring.settings.store.AuditProperties;
import dev.authgate.spring.settings.store.CleanUpProperties;
import dev.authgate.spring.settings.store.JdbcProperties;
import dev.authgate.spring.settings.store.RedisProperties;
import dev.authgate.spring.settings.store.StoreKind;
import dev.authgate.spring.settings.token.RefreshProperties;
import dev.authgate.spring.settings.token.RevocationProperties;
import dev.authgate.spring.settings.token.TokenKeyProperties;
import dev.authgate.spring.settings.token.TrustedIssuerProperties;
import dev.authgate.spring.settings.websocket.WebSocketProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Everything that can be configured under {@code authgate}.
 *
 * @param mode Whether requests are authenticated. With 'off' every local caller is the
 * default user with every permission.
 * @param off Who every request is when the mode is 'off'.
 * @param developmentKey Whether to make up an API key for local callers when nothing is
 * configured at all.
 * @param catchAll Whether every request that no SecurityFilterChain of the application
 * takes is guarded.
 * @param defaultAuthenticator Names of the authenticators of routes that name none, in
 * the order in which they are asked. Implied when exactly one is configured.
 * @param publicPaths Path patterns that are open to everybody.
 * @param routes Rules for path patterns. The most specific pattern counts; what it leaves
 * open comes from the next.
 * @param permissions Known permissions, as actions by resource. When set, unknown
 * permissions are refused and wildcards stand for the known ones.
 * @param roles Permissions of each role.
 * @param apiKeys API keys.
 * @param jwt Tokens that this application issues and accepts.
 * @param bearer Bearer tokens.
 * @param basic User names and passwords with every request.
 * @param forwardedUser Users that a trusted proxy names.
 * @param debug Help for development.
 * @param users People who log in.
 * @param store Where sessions, refresh tokens, revocations, one-time tokens and counts of
 * attempts are kept.
 * @param jdbc Tables in the application's database.
 * @param redis Keys in the application's Redis.
 * @param login Login with a user name and a password.
 * @param logout Logout of browsers.
 * @param session Sessions of browsers.
 * @param refresh Refresh tokens, which continue the sessions of clients.
 * @param revocation Tokens that are taken back before they expire.
 * @param endpoints Endpoints of accounts, sessions and tokens.
 * @param websocket WebSockets.
 * @param errors What refusals tell.
 * @param cors What pages of other origins may ask and read, on all routes.
 * @param headers Security headers of every response.
 * @param audit Audit events.
 * @param cleanUp Removal of what has expired.
 * @param report Table of routes and their guards in the log.
 */
@ConfigurationProperties("authgate")
public record AuthgateProperties(@DefaultValue("enforce") Mode mode, @DefaultValue Off off,
		@DefaultValue("true") boolean developmentKey, @DefaultValue("guard") CatchAll catchAll,
		@Nullable List<String> defaultAuthenticator, @DefaultValue List<String> publicPaths,
		@DefaultValue List<RouteProperties> routes, @DefaultValue Map<String, List<String>> permissions,
		@DefaultValue Map<String, List<String>> roles,
		@DefaultValue @NestedConfigurationProperty ApiKeysProperties apiKeys, @DefaultValue Jwt jwt,
		@DefaultValue @NestedConfigurationProperty HttpProperties.Bearer bearer,
		@DefaultValue @NestedConfigurationProperty HttpProperties.Basic basic,
		@DefaultValue @NestedConfigurationProperty HttpProperties.ForwardedUser forwardedUser,
		@DefaultValue @NestedConfigurationProperty HttpProperties.Debug debug,
		@DefaultValue @NestedConfigurationProperty UsersProperties users, @DefaultValue("memory") StoreKind store,
		@DefaultValue @NestedConfigurationProperty JdbcProperties jdbc,
		@DefaultValue @NestedConfigurationProperty RedisProperties redis,
		@DefaultValue @NestedConfigurationProperty LoginProperties login,
		@DefaultValue @NestedConfigurationProperty LogoutProperties logout,
		@DefaultValue @NestedConfigurationProperty SessionProperties session,
		@DefaultValue @NestedConfigurationProperty RefreshProperties refresh,
		@DefaultValue @NestedConfigurationProperty RevocationProperties revocation,
		@DefaultValue @NestedConfigurationProperty EndpointsProperties endpoints,
		@DefaultValue @NestedConfigurationProperty WebSocketProperties websocket,
		@DefaultValue @NestedConfigurationProperty ErrorsProperties errors, @DefaultValue CorsRules cors,
		@DefaultValue Headers headers, @DefaultValue @NestedConfigurationProperty AuditProperties audit,
		@DefaultValue @NestedConfigurationProperty CleanUpProperties cleanUp, @DefaultValue Report report) {

	/**
	 * Whether requests are authenticated.
	 */
	public enum Mode {

		/** Requests are authenticated. */
		ENFORCE,
		/** Every local request is the default user. */
		OFF

	}

	/**
	 * What becomes of requests that no chain of the application takes.
	 */
	public enum CatchAll {

		/** They are guarded. */
		GUARD,
		/** They pass. */
		NONE

	}

	/**
	 * The user of the mode 'off'.
	 *
	 * @param userId Id of the default user. The operating system's user name by default.
	 * @param allowRemote Whether callers from other machines are the default user as
	 * well.
	 */
	public record Off(@Nullable String userId, @DefaultValue("false") boolean allowRemote) {
	}

	/**
	 * A rule for path patterns.
	 *
	 * @param paths Path patterns, for example /api/**.
	 * @param methods HTTP methods. All by default; GET includes HEAD.
	 * @param authenticator Names of authenticators in the order in which they are asked;
	 * 'default' stands for the default ones, 'all(one, other)' for several that are all
	 * required.
	 * @param access Who is let through.
	 * @param permissions Permissions that are all required, in addition to those of
	 * annotations.
	 * @param anyPermission Permissions one of which is required.
	 * @param roles Roles one of which is required.
	 * @param policy Names of RequestPolicy beans, all of which must permit a request.
	 */
	@ConfigurationPropertiesSource
	public record RouteProperties(@DefaultValue List<String> paths, @DefaultValue List<String> methods,
			@Nullable List<String> authenticator, @Nullable Access access, @Nullable List<String> permissions,
			@Nullable List<String> anyPermission, @Nullable List<String> roles, @Nullable List<String> policy) {
	}

	/**
	 * Tokens that this application issues and accepts.
	 *
	 * @param secret Secret that signs tokens: at least 32, 48 or 64 bytes for HS256,
	 * HS384 or HS512; 'base64:' in front of an encoded one.
	 * @param algorithm Algorithm of the secret's signatures: HS256, HS384 or HS512.
	 * @param keys Keys in place of the secret, one of which signs while the others
	 * verify.
	 * @param reloadInterval How often keys in files are read anew.
	 * @param jwks Public keys for other applications.
	 * @param issuer Issuer to write and to require.
	 * @param audience Audience to write and to require.
	 * @param timeToLive How long a token is valid.
	 * @param clockSkew How far the clocks of issuer and verifier may be apart.
	 * @param claims Names of claims.
	 * @param defaultRoles Roles of a user of whom none are said.
	 * @param defaultPermissions Permissions of a token without the claim.
	 * @param trustedIssuers Issuers other than this application whose tokens are
	 * accepted.
	 */
	public record Jwt(@Nullable Secret secret, @DefaultValue("HS256") JwtAlgorithm algorithm,
			@DefaultValue List<TokenKeyProperties> keys, @DefaultValue("5s") Duration reloadInterval,
			@DefaultValue Jwks jwks, @Nullable String issuer, @Nullable String audience,
			@DefaultValue("24h") Duration timeToLive, @DefaultValue("30s") Duration clockSkew,
			@DefaultValue Claims claims, @DefaultValue("user") List<String> defaultRoles,
			@DefaultValue List<String> defaultPermissions, @DefaultValue List<TrustedIssuerProperties> trustedIssuers) {
	}

	/**
	 * Public keys for other applications, at /.well-known/jwks.json.
	 *
	 * @param enabled Whether public keys are shown. By default they are if there are any.
	 */
	public record Jwks(@Nullable Boolean enabled) {
	}

	/**
	 * Names of claims.
	 *
	 * @param permissions Claim with the permissions.
	 * @param role Claim with the role or roles.
	 * @param userId Claim with the id of the user.
	 */
	public record Claims(@DefaultValue("permissions") String permissions, @DefaultValue("role") String role,
			@DefaultValue("sub") String userId) {
	}

	/**
	 * What pages of other origins may ask and read.
	 *
	 * @param allowedOrigins Origins, for example https://app.example.com, or '*' for all.
	 * Unset, each handler decides by its own annotations.
	 * @param allowedMethods Methods that a page may use.
	 * @param allowedHeaders Request headers that a page may set.
	 * @param exposedHeaders Response headers that a page may read.
	 * @param allowCredentials Whether cookies and Basic credentials are sent along.
	 * @param maxAge How long a browser may keep the answer to a pre-flight request.
	 */
	public record CorsRules(@DefaultValue List<String> allowedOrigins, @DefaultValue( {
			"GET", "HEAD", "POST" }) List<String> allowedMethods, @DefaultValue List<String> allowedHeaders,
			@DefaultValue List<String> exposedHeaders, @DefaultValue("false") boolean allowCredentials,
			@DefaultValue("30m") Duration maxAge){
	}

	/**
	 * Security headers of every response. An empty value leaves a header out; a handler's
	 * own value takes its place.
	 *
	 * @param enabled Whether security headers are written.
	 * @param contentTypeOptions Value of X-Content-Type-Options.
	 * @param frameOptions Value of X-Frame-Options.
	 * @param cacheControl Value of Cache-Control.
	 * @param contentSecurityPolicy Value of Content-Security-Policy, on HTML only.
	 * @param strictTransportSecurity Value of Strict-Transport-Security, over https only.
	 */
	public record Headers(@DefaultValue("true") boolean enabled, @DefaultValue("nosniff") String contentTypeOptions,
			@DefaultValue("DENY") String frameOptions, @DefaultValue("no-store") String cacheControl,
			@DefaultValue("default-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; "
					+ "frame-ancestors 'none'") String contentSecurityPolicy,
			@DefaultValue("max-age=31536000; includeSubDomains") String strictTransportSecurity) {
	}

	/**
	 * Table of routes and their guards in the log.
	 *
	 * @param enabled Whether the table is logged at start.
	 */
	public record Report(@DefaultValue("true") boolean enabled) {
	}

}
