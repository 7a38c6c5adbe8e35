package io.adskull.simulator.tiktok;

import io.adskull.simulator.fault.Stage;
import io.adskull.simulator.tiktok.demo.World;
import io.adskull.simulator.tiktok.grant.Grant.Kind;
import io.adskull.simulator.tiktok.read.AccountReads;
import io.adskull.simulator.tiktok.read.AdvertiserInfo;
import io.adskull.simulator.tiktok.read.Endpoint;
import io.adskull.simulator.tiktok.read.IntegratedReport;
import io.adskull.simulator.tiktok.read.Reads;
import io.adskull.simulator.traffic.Answer;
import io.adskull.simulator.traffic.PlatformCall;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Answers one call as TikTok would: an ordered fault first, then the checks in TikTok's order.
@Singleton
public final class TikTokApi {
    private static final Set<String> ADVERTISER_IN_CODE =
            Set.of(AdvertiserInfo.PATH, IntegratedReport.PATH, "/oauth2/advertiser/get/");

    private final Clock clock;
    private final Stage stage;
    private final TokenCheck tokens;
    private final RateLimits limits;
    private final World world;
    private final Reads reads;
    private final AdvertiserInfo info;
    private final IntegratedReport report;
    private final AccountReads accounts;
    private final AdvertiserOauth oauth;
    private final CallsAccounts callsAccounts;
    private final Map<String, Function<TikTokCall, Reply>> exchanges;

    TikTokApi(
            Clock clock,
            Stage stage,
            TokenCheck tokens,
            RateLimits limits,
            World world,
            Reads reads,
            AdvertiserInfo info,
            IntegratedReport report,
            AccountReads accounts,
            AdvertiserOauth oauth,
            AccountOauth accountOauth,
            CallsAccounts callsAccounts) {
        this.clock = clock;
        this.stage = stage;
        this.tokens = tokens;
        this.limits = limits;
        this.world = world;
        this.reads = reads;
        this.info = info;
        this.report = report;
        this.accounts = accounts;
        this.oauth = oauth;
        this.callsAccounts = callsAccounts;
        this.exchanges = Map.of(
                "/oauth2/access_token/", oauth::exchange,
                "/oauth2/revoke_token/", oauth::revoke,
                "/tt_user/oauth2/token/", accountOauth::exchange,
                "/tt_user/oauth2/refresh_token/", accountOauth::refresh,
                "/tt_user/oauth2/revoke/", accountOauth::revoke,
                "/tt_user/token_info/get/", accountOauth::inspect);
    }

    public Answer answer(TikTokCall call) {
        String requestId = RequestIds.next(clock.instant());
        TokenCheck.Checked token = tokens.check(call.token(), kindFor(call.path()));
        PlatformCall seen = new PlatformCall(
                TikTokPlatform.NAME,
                call.method(),
                TikTokPlatform.PREFIX + call.path(),
                call.query(),
                callsAccounts.of(call, token.caller()));
        Answer answer = stage.play(seen, requestId, () -> Envelope.of(truth(call, token), requestId));
        return answer.withDefaultHeader(
                        "X-Tt-Logid", Envelope.requestIdIn(answer.body()).orElse(requestId))
                .withDefaultHeader(
                        "x-tt-trace-id", "00-" + requestId.substring(14).toLowerCase(Locale.ROOT));
    }

    private Reply truth(TikTokCall call, TokenCheck.Checked token) {
        Function<TikTokCall, Reply> exchange = exchanges.get(call.path());
        Optional<Endpoint> endpoint = reads.at(call.path());
        boolean accountRead = kindFor(call.path()) == Kind.ACCOUNT_TOKEN;
        if (exchange == null && endpoint.isEmpty() && !accountRead && !ADVERTISER_IN_CODE.contains(call.path())) {
            return new Reply.NotFound();
        }
        Optional<Reply> tooMany = app(call, token).flatMap(app -> limits.exceeded(app, call));
        if (tooMany.isPresent()) {
            return tooMany.get();
        }
        if (exchange != null) {
            return call.method().equals("POST") ? exchange.apply(call) : lacksScope(call);
        }
        if (token.refusal().isPresent()) {
            return token.refusal().get();
        }
        if (!call.method().equals("GET")) {
            return lacksScope(call);
        }
        Caller caller = token.caller().orElseThrow();
        return accountRead
                ? accounts.answer(call, caller.login().tikTokAccount().orElseThrow())
                : advertiserRead(call, caller, endpoint);
    }

    private Reply advertiserRead(TikTokCall call, Caller caller, Optional<Endpoint> endpoint) {
        if (scope(call.path(), endpoint).filter(scope -> !caller.granted(scope)).isPresent()) {
            return lacksScope(call);
        }
        Reply reply =
                switch (call.path()) {
                    case AdvertiserInfo.PATH -> info.answer(call, caller);
                    case IntegratedReport.PATH -> report.answer(call, caller);
                    case "/oauth2/advertiser/get/" -> oauth.advertisers(call, caller);
                    default -> reads.answer(endpoint.orElseThrow(), call, caller);
                };
        if (!(reply instanceof Reply.Ok)) {
            return reply;
        }
        return call.parameter("advertiser_id")
                .flatMap(caller::advertiser)
                .flatMap(advertiser -> world.refusal(advertiser, call.path()))
                .<Reply>map(refusal -> new Reply.Refused(refusal.code(), refusal.message()))
                .orElse(reply);
    }

    private static Optional<String> scope(String path, Optional<Endpoint> endpoint) {
        return switch (path) {
            case AdvertiserInfo.PATH -> Optional.of(AdvertiserInfo.SCOPE);
            case IntegratedReport.PATH -> Optional.of(IntegratedReport.SCOPE);
            default -> endpoint.flatMap(read -> Optional.ofNullable(read.scope()));
        };
    }

    private static Reply lacksScope(TikTokCall call) {
        return Reply.noPermission(("Permission error: The access token lacks the required scope for endpoint "
                        + "'%s(method=%s)'. Please first check if the request method is correct then ask the user to "
                        + "generate a new access token and reauthorize your API App with the necessary API scopes.")
                .formatted(call.path(), call.method()));
    }

    private static Optional<String> app(TikTokCall call, TokenCheck.Checked token) {
        return token.caller()
                .map(caller -> caller.grant().app())
                .or(() -> call.field("app_id"))
                .or(() -> call.field("client_id"))
                .or(() -> call.parameter("app_id"));
    }

    private static Kind kindFor(String path) {
        return path.equals(AccountReads.PROFILE) || path.equals(AccountReads.VIDEOS)
                ? Kind.ACCOUNT_TOKEN
                : Kind.ADVERTISER_TOKEN;
    }
}
