using System.Reflection;
using TorchSharp.Modules;
using TorchSharp.Native;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>
        /// The base of all modules: a tree of submodules, parameters and buffers by name. A derived class fills its fields in its constructor
        /// and then calls <see cref="RegisterComponents"/>, which registers every module, parameter and tensor field under the field's name.
        /// </summary>
        public partial class Module : IDisposable
        {
            protected DeviceType _deviceType = DeviceType.CPU;
            protected int _deviceIndex = -1;
            protected OrderedDict<string, Module> _internal_submodules = [];
            protected OrderedDict<string, (Tensor, bool)> _internal_buffers = [];
            protected OrderedDict<string, Parameter> _internal_params = [];
            protected string? name;

            private bool _training = true;
            private bool _registered;

            protected Module(string name) => this.name = name;

            /// <summary>Whether the module is in training mode: dropout drops, batch norm uses the batch's statistics.</summary>
            public virtual bool training => _training;

            /// <summary>A module of the file's parameters and buffers.</summary>
            public static Module Create<T>(string path)
                where T : Module, new() => new T().load(path);

            /// <summary>Disposes the parameters and buffers, and the submodules with theirs.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            public virtual string GetName() => string.IsNullOrEmpty(name) ? GetType().Name : name;

            /// <summary>Calls a function with every submodule and, last, with this module.</summary>
            public virtual Module apply(Action<Module> fn)
            {
                foreach (var module in children())
                    module.apply(fn);
                fn(this);
                return this;
            }

            public virtual void train(bool train = true)
            {
                _training = train;
                foreach (var module in children())
                    module.train(train);
            }

            public virtual void eval() => train(false);

            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var parameter in parameters())
                {
                    using var gradient = parameter.grad;
                    if (gradient is null)
                        continue;
                    if (set_to_none)
                    {
                        parameter.grad = null;
                        continue;
                    }

                    if (gradient.requires_grad)
                        gradient.detach_();
                    Aten.zero_.InPlace(gradient);
                }
            }

            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                var seen = new HashSet<nint>();
                foreach (var (key, (buffer, persistent)) in _internal_buffers)
                    if ((persistent || include_nonpersistent) && !buffer.IsInvalid && seen.Add(buffer.Handle))
                        yield return (key, buffer);
                if (!recurse)
                    yield break;
                foreach (var (child, module) in named_children())
                    foreach (var (key, buffer) in module.named_buffers(true, include_nonpersistent))
                        if (seen.Add(buffer.Handle))
                            yield return ($"{child}.{key}", buffer);
            }

            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(b => b.buffer);

            public virtual IEnumerable<(string name, Module module)> named_children() => _internal_submodules;

            /// <summary>All modules below this one, first its children, then what each child holds.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var child in named_children())
                    yield return child;
                foreach (var (child, module) in named_children())
                    foreach (var (key, inner) in module.named_modules())
                        yield return ($"{child}.{key}", inner);
            }

            public virtual IEnumerable<Module> modules() => named_modules().Select(m => m.module);

            public virtual IEnumerable<Module> children() => named_children().Select(m => m.module);

            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var seen = new HashSet<nint>();
                foreach (var (key, parameter) in _internal_params)
                    if (!parameter.IsInvalid && seen.Add(parameter.Handle))
                        yield return (key, parameter);
                if (!recurse)
                    yield break;
                foreach (var (child, module) in named_children())
                    foreach (var (key, parameter) in module.named_parameters(true))
                        if (seen.Add(parameter.Handle))
                            yield return ($"{child}.{key}", parameter);
            }

            public virtual IEnumerable<Parameter> parameters(bool recurse = true) => named_parameters(recurse).Select(p => p.parameter);

            public virtual bool has_buffer(string target) => get_buffer(target) is not null;

            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            /// <summary>The buffer of this name, in which dots lead into submodules; null where there is none.</summary>
            public virtual Tensor? get_buffer(string target)
            {
                ArgumentNullException.ThrowIfNull(target);
                if (_internal_buffers.TryGetValue(target, out var buffer))
                    return buffer.Item1;
                foreach (var (module, rest) in Below(target))
                    if (module.get_buffer(rest) is { } found)
                        return found;
                return null;
            }

            /// <summary>The parameter of this name, in which dots lead into submodules; null where there is none.</summary>
            public virtual Parameter? get_parameter(string target)
            {
                ArgumentNullException.ThrowIfNull(target);
                if (_internal_params.TryGetValue(target, out var parameter))
                    return parameter;
                foreach (var (module, rest) in Below(target))
                    if (module.get_parameter(rest) is { } found)
                        return found;
                return null;
            }

            /// <summary>Adds a buffer; from now on no dispose scope holds it.</summary>
            /// <param name="persistent">Whether it is part of <see cref="state_dict"/> and of saved files.</param>
            /// <exception cref="InvalidOperationException">There is a buffer of this name.</exception>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                if (tensor is null || tensor.IsInvalid)
                    throw new ArgumentNullException(nameof(tensor), "a null tensor cannot be registered as a buffer.");
                if (_internal_buffers.ContainsKey(name))
                    throw new InvalidOperationException($"buffer '{name}' is already registered.");
                _internal_buffers.Add(name, (tensor.DetachFromDisposeScope(), persistent));
            }

            /// <summary>Adds a parameter; from now on no dispose scope holds it.</summary>
            /// <exception cref="InvalidOperationException">There is a parameter of this name.</exception>
            public virtual void register_parameter(string name, Parameter param)
            {
                if (param is null || param.IsInvalid)
                    throw new ArgumentNullException(nameof(param), "a null tensor cannot be registered as a parameter.");
                if (_internal_params.ContainsKey(name))
                    throw new InvalidOperationException($"parameter '{name}' is already registered.");
                param.DetachFromDisposeScope();
                _internal_params.Add(name, param);
            }

            public void add_module(string name, Module module) => register_module(name, module);

            /// <summary>Adds a submodule; null takes the one of this name away.</summary>
            /// <exception cref="InvalidOperationException">There is a submodule of this name.</exception>
            public virtual void register_module(string name, Module submodule)
            {
                if (submodule is null)
                {
                    _internal_submodules.Remove(name);
                    return;
                }

                if (string.IsNullOrEmpty(name))
                    throw new ArgumentException("a module's name cannot be empty.", nameof(name));
                if (name.Contains('.', StringComparison.Ordinal))
                    throw new ArgumentException($"a module's name cannot contain a dot: '{name}'.", nameof(name));
                if (_internal_submodules.ContainsKey(name))
                    throw new InvalidOperationException($"submodule '{name}' is already registered.");
                submodule.RegisterComponents();
                _internal_submodules.Add(name, submodule);
            }

            protected void ConditionallyRegisterParameter(string name, Tensor value) => ConditionallyRegisterParameter(name, value as Parameter);

            protected void ConditionallyRegisterParameter(string name, Parameter? value)
            {
                if (value is null)
                {
                    _internal_params.Remove(name);
                    return;
                }

                value.DetachFromDisposeScope();
                _internal_params[name] = value;
            }

            protected void ConditionallyRegisterBuffer(string name, Tensor? value, bool persistent = true)
            {
                if (value is null)
                    _internal_buffers.Remove(name);
                else
                    _internal_buffers[name] = (value.DetachFromDisposeScope(), persistent);
            }

            /// <summary>
            /// Registers every field that holds a module, a parameter or a tensor, by its name or <see cref="ComponentNameAttribute"/>, in the
            /// order of declaration, those of base classes last. What is registered under that name already stays.
            /// </summary>
            protected virtual void RegisterComponents()
            {
                if (_registered)
                    return;
                foreach (var field in FieldsOf(GetType()))
                {
                    var key = field.ComponentName();
                    if (_internal_submodules.ContainsKey(key) || _internal_params.ContainsKey(key) || _internal_buffers.ContainsKey(key))
                        continue;
                    switch (field.GetValue(this))
                    {
                        case Module module:
                            register_module(key, module);
                            break;
                        case Parameter parameter:
                            register_parameter(key, parameter);
                            break;
                        case Tensor buffer:
                            register_buffer(key, buffer);
                            break;
                    }
                }

                _registered = true;
            }

            protected void ClearModules() => _internal_submodules.clear();

            protected virtual void Dispose(bool disposing)
            {
                if (!disposing)
                    return;
                foreach (var (_, parameter) in _internal_params)
                    parameter.Dispose();
                foreach (var (_, (buffer, _)) in _internal_buffers)
                    buffer.Dispose();
                foreach (var (_, module) in named_children())
                    module.Dispose();
            }

            private static IEnumerable<FieldInfo> FieldsOf(Type type)
            {
                var seen = new HashSet<string>();
                for (var current = type; current is not null && current != typeof(Module); current = current.BaseType)
                    foreach (var field in current.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
                        if (field.DeclaringType != typeof(Module) && seen.Add(field.Name))
                            yield return field;
            }

            private IEnumerable<(Module Module, string Below)> Below(string target)
            {
                var dot = target.IndexOf('.', StringComparison.Ordinal);
                if (dot < 0)
                    return [];
                var (first, rest) = (target[..dot], target[(dot + 1)..]);
                return named_children().Where(c => c.name == first).Select(c => (c.module, rest));
            }
        }
    }
}
