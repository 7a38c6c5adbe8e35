package io.adskull.notifier.directory;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.adskull.notifier.channel.Outcome;
import io.adskull.notifier.channel.email.ConfirmationMail;
import io.adskull.notifier.channel.email.SendMail;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// Asks the readers of new mailboxes whether mail is welcome, at least once; a mailbox drops the repeat.
@ApplicationScoped
class AskToConfirm {
    private static final Logger LOG = Logger.getLogger(AskToConfirm.class);

    private final Confirmations confirmations;
    private final SealedLinks links;
    private final SendMail mail;

    AskToConfirm(Confirmations confirmations, SealedLinks links, SendMail mail) {
        this.confirmations = confirmations;
        this.links = links;
        this.mail = mail;
    }

    @Scheduled(every = "1s", concurrentExecution = SKIP, skipExecutionIf = ApplicationNotRunning.class)
    void askAll() {
        confirmations.due().forEach(this::ask);
    }

    private void ask(Confirmations.Request request) {
        Invitation invitation = request.invitation();
        String link = links.link(Invitation.PAGE, invitation.written()).toString();
        Outcome outcome = mail.send(
                new ConfirmationMail(request.id(), invitation.mailbox(), request.tenant(), link, invitation.endsAt()));
        switch (outcome) {
            case Outcome.Delivered delivered -> confirmations.done(request);
            case Outcome.Retry retry -> LOG.infof("could not ask %s yet: %s", invitation.mailbox(), retry.why());
            case Outcome.GaveUp gaveUp -> confirmations.refused(request, gaveUp.why());
            case Outcome.Gone gone -> confirmations.refused(request, gone.why());
        }
    }
}
