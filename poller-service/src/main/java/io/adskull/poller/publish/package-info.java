/// Answers on their way to Kafka, as they came.
@NullMarked
package io.adskull.poller.publish;

import org.jspecify.annotations.NullMarked;
