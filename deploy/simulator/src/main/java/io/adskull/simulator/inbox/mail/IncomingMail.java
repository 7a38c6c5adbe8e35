package io.adskull.simulator.inbox.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import io.adskull.simulator.fault.Stage;
import io.adskull.simulator.inbox.Inbox;
import io.adskull.simulator.inbox.Message;
import io.adskull.simulator.traffic.Answer;
import io.adskull.simulator.traffic.CallAccounts;
import io.adskull.simulator.traffic.PlatformCall;
import io.adskull.simulator.traffic.RequestLog;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Decides about a mail after its last line: an ordered fault refuses it, else it is in the inbox before `250 OK`
/// is said.
@Singleton
final class IncomingMail extends SmtpManager {
    private static final Logger LOG = Logger.getLogger(IncomingMail.class);

    private final Clock clock;
    private final Stage stage;
    private final Inbox inbox;
    private final RequestLog log;

    @Inject
    IncomingMail(Clock clock, Stage stage, Inbox inbox, RequestLog log) {
        this(new Managers(), clock, stage, inbox, log);
    }

    private IncomingMail(Managers managers, Clock clock, Stage stage, Inbox inbox, RequestLog log) {
        super(managers.getImapHostManager(), managers.getUserManager());
        this.clock = clock;
        this.stage = stage;
        this.inbox = inbox;
        this.log = log;
    }

    /// @return the refusal as SMTP says it; null, by GreenMail's contract, when the mail is welcome
    @Override
    @SuppressWarnings("NullAway")
    public String checkData(SmtpState state) {
        PlatformCall call = call(state);
        Optional<Answer> fault = stage.fault(call, "");
        fault.ifPresent(answer -> log.add(call, answer));
        return fault.map(answer -> answer.status() + " "
                        + (answer.body().isBlank()
                                ? "Requested action not taken"
                                : answer.body().replaceAll("\\s+", " ").strip()))
                .orElse(null);
    }

    @Override
    public synchronized void send(SmtpState state) {
        MailContent content = MailContent.of(state.getMessage().getMessage());
        for (String recipient : recipients(state)) {
            inbox.receive(new Message(
                    UUID.randomUUID().toString(),
                    Message.EMAIL,
                    recipient,
                    content.subject(),
                    content.text(),
                    content.html(),
                    null,
                    content.links(),
                    clock.instant(),
                    content.messageId(),
                    1));
            LOG.infof("mail received recipient=%s subject=%s", recipient, content.subject());
        }
        log.add(call(state), Answer.text(250, "OK"));
    }

    private PlatformCall call(SmtpState state) {
        return new PlatformCall(SmtpPlatform.NAME, "DATA", "/", Map.of(), CallAccounts.named(recipients(state)));
    }

    private static List<String> recipients(SmtpState state) {
        return state.getMessage().getToAddresses().stream()
                .map(MailAddress::getEmail)
                .toList();
    }
}
