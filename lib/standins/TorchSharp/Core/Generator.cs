using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A stream of random numbers with a state of its own.</summary>
    public class Generator : IDisposable
    {
        private nint _handle;

        /// <summary>A new stream.</summary>
        /// <param name="seed">The same seed gives the same numbers on the same kind of device.</param>
        public unsafe Generator(ulong seed = 0, Device? device = null)
        {
            this.device = device ?? new Device(DeviceType.CPU);
            var api = Api.Instance;
            nint shared, own;
            api.Check(api.GeneratorDefault(this.device.Packed, &shared), "Generator");
            try
            {
                api.Check(api.GeneratorClone(shared, &own), "Generator");
            }
            finally
            {
                api.GeneratorRelease(shared);
            }

            _handle = own;
            api.Check(api.GeneratorSeed(own, seed), "Generator");
            GC.KeepAlive(this);
        }

        private Generator(nint handle, Device device)
        {
            _handle = handle;
            this.device = device;
        }

        ~Generator() => Dispose(false);

        /// <summary>The stream that everything draws from that is not given a generator.</summary>
        public static Generator Default => DefaultOf(CPU);

        public nint Handle => _handle != 0 ? _handle : throw new ObjectDisposedException(nameof(Generator), "this generator was disposed.");

        public Device device { get; }

        internal static unsafe Generator DefaultOf(Device device)
        {
            nint shared;
            Api.Instance.Check(Api.Instance.GeneratorDefault(device.Packed, &shared), "Generator");
            return new Generator(shared, device);
        }

        /// <summary>The whole state, to be put back later.</summary>
        /// <returns>Bytes [N], uint8.</returns>
        public unsafe Tensor get_state()
        {
            nint state;
            Api.Instance.Check(Api.Instance.GeneratorGetState(Handle, &state), "Generator.get_state");
            GC.KeepAlive(this);
            return Tensor.Wrap(state);
        }

        public unsafe void set_state(Tensor value)
        {
            Api.Instance.Check(Api.Instance.GeneratorSetState(Handle, value.Handle), "Generator.set_state");
            GC.KeepAlive(value);
            GC.KeepAlive(this);
        }

        public unsafe Generator manual_seed(long seed)
        {
            Api.Instance.Check(Api.Instance.GeneratorSeed(Handle, (ulong)seed), "Generator.manual_seed");
            GC.KeepAlive(this);
            return this;
        }

        /// <summary>Seeds from the machine's source of randomness.</summary>
        /// <returns>The seed.</returns>
        public unsafe long seed()
        {
            ulong seed;
            Api.Instance.Check(Api.Instance.GeneratorNewSeed(Handle, &seed), "Generator.seed");
            GC.KeepAlive(this);
            return (long)seed;
        }

        public unsafe long initial_seed()
        {
            ulong seed;
            Api.Instance.Check(Api.Instance.GeneratorInitialSeed(Handle, &seed), "Generator.initial_seed");
            GC.KeepAlive(this);
            return (long)seed;
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual unsafe void Dispose(bool disposing)
        {
            var handle = Interlocked.Exchange(ref _handle, 0);
            if (handle != 0)
                Api.Instance.GeneratorRelease(handle);
        }
    }
}
