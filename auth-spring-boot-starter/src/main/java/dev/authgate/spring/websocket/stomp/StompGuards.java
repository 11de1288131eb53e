package dev.authgate.spring.websocket.stomp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.EmbeddedValueResolver;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.SubscribableChannel;
import org.springframework.messaging.handler.invocation.HandlerMethodArgumentResolver;
import org.springframework.messaging.simp.SimpMessageSendingOperations;
import org.springframework.messaging.simp.annotation.support.SimpAnnotationMethodMessageHandler;
import org.springframework.messaging.support.AbstractMessageChannel;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;
import org.springframework.web.socket.messaging.StompSubProtocolHandler;
import org.springframework.web.socket.messaging.SubProtocolHandler;
import org.springframework.web.socket.messaging.SubProtocolWebSocketHandler;
import org.springframework.web.socket.messaging.WebSocketAnnotationMethodMessageHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;
import org.springframework.web.socket.sockjs.transport.TransportHandlingSockJsService;
import org.springframework.web.socket.sockjs.support.SockJsHttpRequestHandler;

/**
 * Puts what judges frames between the clients and those who handle their frames.
 */
public final class StompGuards implements BeanPostProcessor {

	private static final String IN = "clientInboundChannel";

	private static final String OUT = "clientOutboundChannel";

	private static final String BROKER = "brokerMessagingTemplate";

	private final Supplier<StompFrames> frames;

	private final Supplier<SecurityContextHolderStrategy> contexts;

	private final Supplier<@Nullable DataSize> maxSize;

	private final ConfigurableApplicationContext context;

	/**
	 * Makes what guards STOMP.
	 * @param frames judges frames, asked for with the first of them
	 * @param contexts holds the security context
	 * @param maxSize how long a frame may be, nothing for as long as Spring permits
	 * @param context the application
	 */
	public StompGuards(Supplier<StompFrames> frames, Supplier<SecurityContextHolderStrategy> contexts,
			Supplier<@Nullable DataSize> maxSize, ConfigurableApplicationContext context) {
		this.maxSize = maxSize;
		this.frames = frames;
		this.contexts = contexts;
		this.context = context;
	}

	// Another class than Spring's own is refused later, when all handlers are known.
	@Override
	public Object postProcessBeforeInitialization(Object bean, String name) {
		Class<?> type = bean.getClass();
		boolean known = type == WebSocketAnnotationMethodMessageHandler.class
				|| type == SimpAnnotationMethodMessageHandler.class;
		return known ? guarded((SimpAnnotationMethodMessageHandler) bean) : bean;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		if (name.equals(IN) && bean instanceof AbstractMessageChannel channel) {
			List<ChannelInterceptor> all = new ArrayList<>();
			all.add(new FrameInterceptor(this.frames, this.contexts.get()));
			all.addAll(channel.getInterceptors());
			channel.setInterceptors(all);
		}
		else if (bean instanceof SimpleUrlHandlerMapping mapping) {
			mapping.getHandlerMap().values().forEach(this::prepare);
		}
		return bean;
	}

	private GuardedMessageHandler guarded(SimpAnnotationMethodMessageHandler spring) {
		BeanFactory beans = this.context;
		GuardedMessageHandler guarded = new GuardedMessageHandler(beans.getBean(IN, SubscribableChannel.class),
				beans.getBean(OUT, MessageChannel.class), beans.getBean(BROKER, SimpMessageSendingOperations.class),
				this.frames);
		guarded.setDestinationPrefixes(spring.getDestinationPrefixes());
		guarded.setMessageConverter(spring.getMessageConverter());
		guarded.setConversionService(spring.getConversionService());
		guarded.setPathMatcher(spring.getPathMatcher());
		guarded.setValidator(spring.getValidator());
		guarded.setHeaderInitializer(spring.getHeaderInitializer());
		guarded.setPhase(spring.getPhase());
		List<HandlerMethodArgumentResolver> resolvers = new ArrayList<>();
		resolvers.add(new CallerArguments(this.contexts.get()));
		resolvers.addAll(spring.getCustomArgumentResolvers());
		guarded.setCustomArgumentResolvers(resolvers);
		guarded.setCustomReturnValueHandlers(spring.getCustomReturnValueHandlers());
		guarded.setApplicationContext(this.context);
		guarded.setEmbeddedValueResolver(new EmbeddedValueResolver(this.context.getBeanFactory()));
		return guarded;
	}

	private void prepare(Object handler) {
		if (handler instanceof WebSocketHttpRequestHandler raw && isStomp(raw.getWebSocketHandler())) {
			raw.setHandshakeInterceptors(with(raw.getHandshakeInterceptors()));
		}
		else if (handler instanceof SockJsHttpRequestHandler sockJs && isStomp(sockJs.getWebSocketHandler())
				&& sockJs.getSockJsService() instanceof TransportHandlingSockJsService service) {
			service.setHandshakeInterceptors(with(service.getHandshakeInterceptors()));
		}
	}

	private boolean isStomp(WebSocketHandler handler) {
		if (!(WebSocketHandlerDecorator.unwrap(handler) instanceof SubProtocolWebSocketHandler protocols)) {
			return false;
		}
		for (SubProtocolHandler protocol : protocols.getProtocolHandlers()) {
			if (protocol instanceof StompSubProtocolHandler stomp) {
				prepare(stomp);
			}
		}
		return true;
	}

	private void prepare(StompSubProtocolHandler stomp) {
		QuietDecoder decoder = new QuietDecoder();
		decoder.setHeaderInitializer(stomp.getHeaderInitializer());
		stomp.setDecoder(decoder);
		DataSize size = this.maxSize.get();
		if (size != null) {
			stomp.setMessageSizeLimit((int) size.toBytes());
		}
	}

	private static List<HandshakeInterceptor> with(List<HandshakeInterceptor> others) {
		List<HandshakeInterceptor> all = new ArrayList<>(others);
		if (all.stream().noneMatch(PageTokens.class::isInstance)) {
			all.add(new PageTokens());
		}
		return all;
	}

}
