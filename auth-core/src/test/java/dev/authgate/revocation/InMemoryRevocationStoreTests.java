package dev.authgate.revocation;

import dev.authgate.contract.session.RevocationStoreContract;

class InMemoryRevocationStoreTests extends RevocationStoreContract {

	@Override
	protected RevocationStore store() {
		return new InMemoryRevocationStore();
	}

}
