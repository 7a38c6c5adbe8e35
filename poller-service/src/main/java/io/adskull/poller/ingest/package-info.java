/// Answers that other services of the SaaS got for calls of their own, on their way to the same topic as a probe's.
@NullMarked
package io.adskull.poller.ingest;

import org.jspecify.annotations.NullMarked;
