package dev.authgate.sample.member;

/**
 * A person of the team.
 *
 * @param username the name of the person's account
 * @param name the person's name
 */
record Member(String username, String name) {
}
