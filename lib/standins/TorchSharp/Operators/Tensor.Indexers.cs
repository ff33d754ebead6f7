using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Square brackets. Integers and slices give views; masks and index tensors copy, and so does every assignment.</summary>
    public partial class Tensor
    {
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        public Tensor this[long i1]
        {
            get => Aten.select_int.Call(this, 0, i1);
            set => SetSelected(value, i1);
        }

        public Tensor this[long i1, long i2]
        {
            get => Selected(i1, i2);
            set => SetSelected(value, i1, i2);
        }

        public Tensor this[long i1, long i2, long i3]
        {
            get => Selected(i1, i2, i3);
            set => SetSelected(value, i1, i2, i3);
        }

        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => Selected(i1, i2, i3, i4);
            set => SetSelected(value, i1, i2, i3, i4);
        }

        public Tensor this[long i1, long i2, long i3, long i4, long i5]
        {
            get => Selected(i1, i2, i3, i4, i5);
            set => SetSelected(value, i1, i2, i3, i4, i5);
        }

        public Tensor this[long i1, long i2, long i3, long i4, long i5, long i6]
        {
            get => Selected(i1, i2, i3, i4, i5, i6);
            set => SetSelected(value, i1, i2, i3, i4, i5, i6);
        }

        public Tensor this[params long[] indices]
        {
            get => Selected(indices);
            set => SetSelected(value, indices);
        }

        public Tensor index(params TensorIndex[] indices)
        {
            var view = Sliced(indices, out var chosen);
            if (chosen is null)
                return ReferenceEquals(view, this) ? Aten.alias.Call(this) : view;
            try
            {
                return Aten.index_Tensor.Call(view, Arg.OptionalTensors(chosen.Tensors));
            }
            finally
            {
                DisposeUnlessThis(view);
                chosen.Dispose();
            }
        }

        public Tensor index(params Tensor[] indices) => index(Indices(indices));

        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => index_put_(value, indices, false);

        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            // A single false chooses nothing.
            if (indices is [{ Sort: TensorIndex.Kind.Bool, Start: 0 }])
                return this;
            var view = Sliced(indices, out var chosen);
            try
            {
                var source = WithoutLeadingOnes(value);
                if (chosen is not null)
                    Aten.index_put_.InPlace(view, Arg.OptionalTensors(chosen.Tensors), source, accumulate);
                else if (accumulate)
                    Aten.add__Tensor.InPlace(view, source);
                else
                    Aten.copy_.InPlace(view, source);
                value.DisposeUnlessThis(source);
            }
            finally
            {
                DisposeUnlessThis(view);
                chosen?.Dispose();
            }

            return this;
        }

        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, Indices(indices), false);

        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false) => index_put_(value, Indices(indices), accumulate);

        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using var source = Aten.scalar_tensor.Call(value, dtype, Arg.None, new Device((DeviceType)Info.DeviceType, (int)Info.DeviceIndex));
            return index_put_(source, indices, false);
        }

        public Tensor index_put_(Scalar value, params Tensor[] indices) => index_put_(value, Indices(indices));

        /// <summary>An absent tensor stands for a whole dimension.</summary>
        private static TensorIndex[] Indices(Tensor?[] indices) =>
            [.. indices.Select(i => i is null ? TensorIndex.Colon : TensorIndex.Tensor(i))];

        private Tensor Selected(params ReadOnlySpan<long> indices)
        {
            if (indices.IsEmpty)
                return Aten.alias.Call(this);
            var result = Aten.select_int.Call(this, 0, indices[0]);
            foreach (var i in indices[1..])
            {
                using var outer = result;
                result = Aten.select_int.Call(outer, 0, i);
            }

            return result;
        }

        private void SetSelected(Tensor value, params ReadOnlySpan<long> indices)
        {
            using var view = Selected(indices);
            var source = WithoutLeadingOnes(value);
            Aten.copy_.InPlace(view, source);
            value.DisposeUnlessThis(source);
        }

        /// <summary>
        /// The steps of libtorch's own indexing (ATen/TensorIndexing.h): integers, slices and new dimensions are taken as views; what remains
        /// are the index tensors and masks, each at the dimension of the view that it chooses from.
        /// </summary>
        private Tensor Sliced(TensorIndex[] indices, out ChosenIndices? chosen)
        {
            var rank = ndim;
            var specified = 0L;
            foreach (var i in indices)
                specified += Specifies(i);
            if (specified > rank)
                throw new ExternalException($"{Aten.index_Tensor}: too many indices for tensor of dimension {rank}: {specified}.");
            chosen = null;
            var view = this;
            var dim = 0;
            foreach (var i in indices)
            {
                switch (i.Sort)
                {
                    case TensorIndex.Kind.Single:
                        view = Replace(view, Aten.select_int.Call(view, dim, i.Start ?? 0));
                        break;
                    case TensorIndex.Kind.Slice:
                        if (i is not { Start: null or 0, Stop: null, Step: null or 1 })
                            view = Replace(view, Aten.slice_Tensor.Call(view, dim, i.Start, i.Stop, i.Step ?? 1));
                        dim++;
                        break;
                    case TensorIndex.Kind.Ellipsis:
                        dim += (int)(rank - specified);
                        break;
                    case TensorIndex.Kind.None or TensorIndex.Kind.Null:
                        view = Replace(view, Aten.unsqueeze.Call(view, dim));
                        dim++;
                        break;
                    case TensorIndex.Kind.Bool:
                        view = Replace(view, Aten.unsqueeze.Call(view, dim));
                        (chosen ??= new()).Add(dim++, Whether(i.Start != 0), true);
                        break;
                    default:
                        var tensor = i.Chosen ?? throw new ArgumentNullException(nameof(indices), "an index tensor is null.");
                        var type = tensor.dtype;
                        var isNumber = tensor.ndim == 0;
                        if (isNumber && IsInteger(type))
                        {
                            view = Replace(view, Aten.select_int.Call(view, dim, Whole(tensor)));
                        }
                        else if (isNumber && type is (ScalarType.Bool or ScalarType.Byte))
                        {
                            view = Replace(view, Aten.unsqueeze.Call(view, dim));
                            (chosen ??= new()).Add(dim++, Whether(Whole(tensor) != 0), true);
                        }
                        else
                        {
                            // libtorch takes Int32 as indices from 2.0 on.
                            var narrow = type == ScalarType.Int32;
                            (chosen ??= new()).Add(dim++, narrow ? tensor.to_type(ScalarType.Int64) : tensor, narrow);
                        }

                        break;
                }
            }

            return view;
        }

        private static long Specifies(TensorIndex index) => index.Sort switch
        {
            TensorIndex.Kind.Single or TensorIndex.Kind.Slice => 1,
            TensorIndex.Kind.Tensor => index.Chosen is { } t && t.dtype is (ScalarType.Bool or ScalarType.Byte) ? t.ndim : 1,
            _ => 0,
        };

        private static bool IsInteger(ScalarType type) =>
            type is ScalarType.Int8 or ScalarType.Int16 or ScalarType.Int32 or ScalarType.Int64;

        private static long Whole(Tensor tensor)
        {
            using var wide = tensor.to_type(ScalarType.Int64);
            return wide.item<long>();
        }

        /// <summary>Chooses the one element of a new dimension, or none.</summary>
        private Tensor Whether(bool value) =>
            FromSpan<long>(new long[value ? 1 : 0], ScalarType.Int64, [value ? 1 : 0], null,
                new Device((DeviceType)Info.DeviceType, (int)Info.DeviceIndex), false);

        private Tensor Replace(Tensor view, Tensor next)
        {
            DisposeUnlessThis(view);
            return next;
        }

        private void DisposeUnlessThis(Tensor view)
        {
            if (!ReferenceEquals(view, this))
                view.Dispose();
        }

        /// <summary>What is assigned may have more dimensions than its target when the first ones have size one.</summary>
        private static Tensor WithoutLeadingOnes(Tensor value)
        {
            var sizes = value.shape;
            var ones = 0;
            while (ones < sizes.Length && sizes[ones] == 1)
                ones++;
            return ones == 0 ? value : Aten.view.Call(value, sizes[ones..]);
        }

        /// <summary>Index tensors by dimension, and which of them were made here.</summary>
        private sealed class ChosenIndices : IDisposable
        {
            private readonly List<Tensor?> _tensors = [];
            private readonly List<Tensor> _own = [];

            public Tensor?[] Tensors => [.. _tensors];

            public void Add(int dim, Tensor tensor, bool own)
            {
                while (_tensors.Count <= dim)
                    _tensors.Add(null);
                _tensors[dim] = tensor;
                if (own)
                    _own.Add(tensor);
            }

            public void Dispose() => _own.ForEach(t => t.Dispose());
        }
    }
}
