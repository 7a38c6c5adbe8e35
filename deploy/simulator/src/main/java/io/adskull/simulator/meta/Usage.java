package io.adskull.simulator.meta;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.adskull.simulator.limit.Limit;
import io.adskull.simulator.limit.PlatformLimits;
import io.adskull.simulator.traffic.Answer;
import java.util.Optional;
import java.util.function.Supplier;

/// What of Meta's limits is used: of the app, of an ad account, and of the business use case of that
/// account. Headers tell it from the first percent on; at a hundred, calls are refused until the hour has
/// room again.
final class Usage {
    private static final String TIER = "standard_access";

    private final Limit app;
    private final Limit adAccount;
    private final Limit business;

    Usage(PlatformLimits limits) {
        this.app = limits.get("app-hour");
        this.adAccount = limits.get("ad-account-hour");
        this.business = limits.get("business-hour");
    }

    /// Takes one call and answers it, or refuses it; both with the headers. A call that is refused uses nothing up.
    Answer counted(String appId, Optional<String> account, Supplier<Answer> answer) {
        Limit.Use ofApp = app.take(appId);
        Optional<Limit.Use> ofAccount = account.map(adAccount::take);
        Optional<Limit.Use> ofBusiness = account.map(business::take);
        Answer told = refusal(ofApp, ofAccount, ofBusiness).orElseGet(answer);
        told = felt(ofApp) ? told.withDefaultHeader("X-App-Usage", appUsage(ofApp)) : told;
        if (ofAccount.filter(Usage::felt).isPresent()) {
            told = told.withDefaultHeader("X-Ad-Account-Usage", accountUsage(ofAccount.get()));
        }
        if (ofBusiness.filter(Usage::felt).isPresent()) {
            told = told.withDefaultHeader(
                    "X-Business-Use-Case-Usage", businessUsage(account.orElseThrow(), ofBusiness.get()));
        }
        return told;
    }

    private Optional<Answer> refusal(Limit.Use ofApp, Optional<Limit.Use> ofAccount, Optional<Limit.Use> ofBusiness) {
        if (ofApp.over()) {
            return refused(app, 4, 0, "(#4) Application request limit reached");
        }
        if (ofAccount.filter(Limit.Use::over).isPresent()) {
            return refused(adAccount, 17, 2446079, "User request limit reached");
        }
        if (ofBusiness.filter(Limit.Use::over).isPresent()) {
            return refused(
                    business,
                    80004,
                    2446079,
                    "(#80004) There have been too many calls to this ad-account. Wait a bit and try again.");
        }
        return Optional.empty();
    }

    private static Optional<Answer> refused(Limit limit, int code, int subcode, String message) {
        limit.refused();
        return Optional.of(MetaGraph.refusal(400, code, subcode, message));
    }

    private static boolean felt(Limit.Use use) {
        return use.percent() >= 1;
    }

    private static String appUsage(Limit.Use use) {
        ObjectNode usage = JsonNodeFactory.instance.objectNode();
        return usage.put("call_count", (int) use.percent())
                .put("total_time", 0)
                .put("total_cputime", 0)
                .toString();
    }

    /// Its time is in seconds.
    private static String accountUsage(Limit.Use use) {
        ObjectNode usage = JsonNodeFactory.instance.objectNode();
        return usage.put("acc_id_util_pct", Math.floor(use.percent() * 100) / 100)
                .put("reset_time_duration", use.resetsIn().plusMillis(999).toSeconds())
                .put("ads_api_access_tier", TIER)
                .toString();
    }

    /// Its time is in minutes.
    private static String businessUsage(String account, Limit.Use use) {
        ObjectNode usage = JsonNodeFactory.instance.objectNode();
        usage.putArray(account)
                .addObject()
                .put("type", "ads_management")
                .put("call_count", (int) use.percent())
                .put("total_cputime", 0)
                .put("total_time", 0)
                .put(
                        "estimated_time_to_regain_access",
                        use.over() ? use.resetsIn().plusSeconds(59).toMinutes() : 0)
                .put("ads_api_access_tier", TIER);
        return usage.toString();
    }
}
