package dev.authgate.spring.web.edge;

/**
 * What an answer carries whoever asked.
 *
 * @param headers the security headers
 * @param cors what pages of other origins may ask and read
 */
public record Edge(SecurityHeaders headers, Cors cors) {
}
