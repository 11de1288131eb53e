package dev.authgate.benchmark.satoken;

import java.util.List;

import cn.dev33.satoken.stp.StpInterface;
import cn.dev33.satoken.stp.StpLogic;
import dev.authgate.benchmark.app.Credential;
import dev.authgate.benchmark.app.Credentials;
import dev.authgate.benchmark.app.Thing;

final class Logins implements StpInterface {

	private static final String READER = "client_1";

	private static final String STRANGER = "client_2";

	@Override
	public List<String> getPermissionList(Object loginId, String loginType) {
		return READER.equals(loginId) ? List.of(Thing.READ) : List.of();
	}

	@Override
	public List<String> getRoleList(Object loginId, String loginType) {
		return List.of();
	}

	static Credentials by(StpLogic logic) {
		return new Credentials(login(logic, READER), login(logic, STRANGER));
	}

	private static Credential login(StpLogic logic, String id) {
		return new Credential(logic.getTokenName(), logic.createLoginSession(id));
	}

}
