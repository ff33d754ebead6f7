using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// An n-dimensional array of libtorch. Owns one reference to it: disposing twice is harmless, use after disposal throws, and what is
    /// never disposed is freed by the garbage collector, which is told when native memory grows (see <see cref="MemoryRelief"/>).
    /// </summary>
    public partial class Tensor : IDisposable
    {
        private nint _handle;

        internal DisposeScope? Scope;
        internal int ScopeIndex;

        /// <summary>How often this tensor was given other memory.</summary>
        internal int Moves;

        internal Tensor(nint handle)
        {
            _handle = handle;
            if (DisposeScopeManager.OfThread is { } manager)
            {
                if (manager.Current is { } scope)
                    scope.AddNew(this);
                else
                    manager.Counts.TensorStatistics.CreatedOutsideScopeCount++;
            }

            MemoryRelief.Check(Api.Instance);
        }

        ~Tensor() => Dispose(false);

        /// <summary>The native tensor (at::TensorImpl*).</summary>
        /// <exception cref="ObjectDisposedException">The tensor was disposed.</exception>
        public nint Handle => _handle != 0 ? _handle : throw new ObjectDisposedException(nameof(Tensor), "this tensor was disposed.");

        public bool IsInvalid => _handle == 0;

        /// <summary>Everything there is to know without touching the elements.</summary>
        internal TensorInfo Info
        {
            get
            {
                TensorInfo info;
                unsafe
                {
                    var api = Api.Instance;
                    api.Check(api.TensorInfo(Handle, &info), "tensor");
                }

                GC.KeepAlive(this);
                return info;
            }
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            var handle = Interlocked.Exchange(ref _handle, 0);
            if (handle == 0)
                return;
            // A scope of another thread keeps the dead tensor; disposing it again later does nothing.
            if (disposing && Scope is { IsOfThisThread: true } scope)
                scope.RemoveDisposed(this);
            else if (disposing && DisposeScopeManager.OfThread is { } manager)
                manager.Counts.TensorStatistics.DisposedOutsideScopeCount++;
            unsafe
            {
                Api.Instance.TensorRelease(handle);
            }
        }

        public Tensor MoveToOuterDisposeScope()
        {
            Scope?.MoveToOuter(this);
            return this;
        }

        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(other.Scope);

        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            if (Scope is { } scope)
                scope.MoveToOther(other, this);
            else
                other?.Attach(this);
            return this;
        }

        public Tensor DetachFromDisposeScope()
        {
            Scope?.Detach(this);
            return this;
        }

        /// <summary>Gives the native reference away: the caller owns it now, this object is as if disposed.</summary>
        public nint DecoupleFromNativeHandle()
        {
            Scope?.Detach(this);
#pragma warning disable CA1816 // there is nothing left to finalize
            GC.SuppressFinalize(this);
#pragma warning restore CA1816
            return Interlocked.Exchange(ref _handle, 0);
        }

        /// <summary>Takes over a native reference that the shim counted.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static Tensor Wrap(nint handle) => new(handle);

        internal static Tensor? WrapOrNull(nint handle) => handle == 0 ? null : new Tensor(handle);

        /// <summary>The address of the first element; valid while this tensor lives.</summary>
        /// <exception cref="ExternalException">The tensor has no memory that the CPU could read.</exception>
        internal unsafe void* DataPointer()
        {
            void* data;
            var api = Api.Instance;
            api.Check(api.TensorData(Handle, &data), "data_ptr");
            return data;
        }
    }
}
