package dev.authgate.spring.test.slice;

import dev.authgate.spring.test.WithUser;

/**
 * What tests of the office have in common.
 */
@WithUser(id = "carl", roles = "clerk")
abstract class OfficeTest {

}
