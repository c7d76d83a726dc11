/** Session -> Actor; message in, SSE out; faults -> status; the client's pages. */
package io.handrail.chatbot.http;
