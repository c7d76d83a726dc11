/** The spine: TurnPipeline and its ports. */
package io.handrail.chatbot.turn;
