package dev.authgate.spring.websocket.endpoint;

import dev.authgate.spring.MisconfigurationException;

import org.springframework.asm.AnnotationVisitor;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.ClassWriter;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.cglib.core.CodeGenerationException;
import org.springframework.cglib.core.DefaultGeneratorStrategy;
import org.springframework.cglib.core.SpringNamingPolicy;
import org.springframework.cglib.proxy.Callback;
import org.springframework.cglib.proxy.Enhancer;
import org.springframework.cglib.proxy.Factory;
import org.springframework.cglib.proxy.MethodInterceptor;
import org.springframework.cglib.proxy.NoOp;
import org.springframework.objenesis.SpringObjenesis;

import jakarta.websocket.server.ServerEndpoint;

/**
 * Makes subclasses of annotated endpoints.
 */
final class GeneratedTypes {

	private static final SpringObjenesis INSTANCES = new SpringObjenesis();

	private GeneratedTypes() {
	}

	/**
	 * Makes a class whose calls can be intercepted.
	 */
	static Class<?> intercepted(Class<?> type, String path) {
		Enhancer enhancer = enhancer(type, path);
		enhancer.setCallbackType(MethodInterceptor.class);
		return generate(enhancer, type);
	}

	/**
	 * Makes an instance of such a class, without calling a constructor: it has no state.
	 */
	static Object instance(Class<?> intercepted, MethodInterceptor calls) {
		Object instance = INSTANCES.newInstance(intercepted, true);
		((Factory) instance).setCallbacks(new Callback[] { calls });
		return instance;
	}

	/**
	 * Makes a class that does not name its own configurator, which some containers would
	 * ask instead of ours.
	 */
	static Class<?> withoutConfigurator(Class<?> type, String path) {
		Enhancer enhancer = enhancer(type, path);
		enhancer.setUseFactory(false);
		enhancer.setCallbackType(NoOp.class);
		return generate(enhancer, type);
	}

	// Some containers look for the annotation on the class of each instance.
	private static Enhancer enhancer(Class<?> type, String path) {
		Enhancer enhancer = new Enhancer();
		enhancer.setSuperclass(type);
		enhancer.setNamingPolicy(SpringNamingPolicy.INSTANCE);
		enhancer.setUseCache(false);
		enhancer.setStrategy(new DefaultGeneratorStrategy() {

			@Override
			protected byte[] transform(byte[] code) {
				return annotated(code, path);
			}

		});
		return enhancer;
	}

	private static Class<?> generate(Enhancer enhancer, Class<?> type) {
		try {
			return enhancer.createClass();
		}
		catch (CodeGenerationException | IllegalArgumentException ex) {
			throw new MisconfigurationException(
					type.getSimpleName() + " has no subclass by which authgate could follow its sockets.",
					"Give it a constructor that is not private.");
		}
	}

	private static byte[] annotated(byte[] code, String path) {
		ClassReader reader = new ClassReader(code);
		ClassWriter writer = new ClassWriter(reader, 0);
		reader.accept(new ClassVisitor(SpringAsmInfo.ASM_VERSION, writer) {

			@Override
			public void visit(int version, int access, String name, String signature, String superName,
					String[] interfaces) {
				super.visit(version, access, name, signature, superName, interfaces);
				AnnotationVisitor annotation = super.visitAnnotation(ServerEndpoint.class.descriptorString(), true);
				annotation.visit("value", path);
				annotation.visitEnd();
			}

		}, 0);
		return writer.toByteArray();
	}

}
