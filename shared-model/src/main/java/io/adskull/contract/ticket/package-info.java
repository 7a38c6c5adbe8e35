/// Links that carry a person from a message to a platform's consent page.
@NullMarked
package io.adskull.contract.ticket;

import org.jspecify.annotations.NullMarked;
