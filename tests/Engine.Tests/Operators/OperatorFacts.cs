namespace Engine.Tests.Operators;

/// <summary>What tables of values do not say: aliasing, broadcasting, integers, NaN, empty tensors, equality.</summary>
public sealed class OperatorFacts
{
    [Fact]
    public void An_operator_in_place_returns_the_same_object_and_shows_in_every_view()
    {
        using var scope = NewDisposeScope();
        var x = Vector(1, 2, 3, 4);
        var view = x.view(2, 2);
        Assert.Same(x, x.add_(10));
        Assert.Same(x, x.mul_(Vector(1, 2, 1, 2)));
        Assert.Equal([11.0, 24, 13, 28], view.data<double>().ToArray());
        Assert.Same(view, view.neg_());
        Assert.Equal([-11.0, -24, -13, -28], x.data<double>().ToArray());
    }

    [Fact]
    public void An_operator_in_place_allocates_no_tensor()
    {
        using var scope = NewDisposeScope();
        var x = Vector(1, 2, 3);
        var y = Vector(1, 1, 1);
        var mask = x > 100;
        var before = scope.DisposablesCount;
        x.add_(y).mul_(2).clamp_min_(0).sqrt_().masked_fill_(mask, 0);
        Assert.Equal(before, scope.DisposablesCount);
        Assert.Equal(Math.Sqrt(8), Doubles(x)[2]);
    }

    [Fact]
    public void Nothing_but_the_result_is_allocated()
    {
        using var x = Vector(1, 2, 3).DetachFromDisposeScope();
        using var y = Vector(1, 1, 1).DetachFromDisposeScope();
        Assert.Equal(0, AllocatedBy(() => x.add_(y)));
        Assert.Equal(0, AllocatedBy(() => x.neg_()));
        var sum = AllocatedBy(() => (x + y).Dispose());
        var product = AllocatedBy(() => (x * 2.0).Dispose());
        Assert.True(sum is > 0 and <= 80, $"x + y allocates {sum} bytes");
        Assert.Equal(sum, product);

        static long AllocatedBy(Action action)
        {
            // The least of several calls: the first ones compile, and a collection may fall into one.
            var least = long.MaxValue;
            for (var i = 0; i < 20; i++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                action();
                least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            }

            return least;
        }
    }

    [Fact]
    public void A_tensor_added_to_itself_in_place_is_doubled()
    {
        using var scope = NewDisposeScope();
        var x = Vector(1, 2, 3);
        x.add_(x);
        Assert.Equal([2.0, 4, 6], x.data<double>().ToArray());
    }

    [Fact]
    public void An_operator_in_place_keeps_the_element_type_and_throws_where_it_cannot()
    {
        using var scope = NewDisposeScope();
        var integers = Vector(1, 2, 3).to_type(ScalarType.Int64);
        Assert.Contains("can't be cast", Assert.ThrowsAny<Exception>(() => integers.add_(0.5)).Message);
        Assert.Contains("can't be cast", Assert.ThrowsAny<Exception>(() => integers.div_(2)).Message);
        Assert.Equal(ScalarType.Int64, integers.div_(2, RoundingMode.floor).dtype);
        Assert.Equal([0L, 1, 1], integers.data<long>().ToArray());
    }

    [Fact]
    public void A_leaf_that_needs_a_gradient_cannot_be_changed_in_place_except_without_grad_mode()
    {
        using var scope = NewDisposeScope();
        var x = Vector(1, 2);
        x.requires_grad = true;
        Assert.Contains("in-place", Assert.ThrowsAny<Exception>(() => x.add_(1)).Message);
        using (no_grad())
            x.add_(1);
        Assert.Equal([2.0, 3], x.data<double>().ToArray());
    }

    [Fact]
    public void Shapes_broadcast_and_gradients_are_summed_back()
    {
        using var scope = NewDisposeScope();
        var column = Vector(1, 2).view(2, 1);
        var row = Vector(10, 20, 30);
        row.requires_grad = true;
        var sum = column + row;
        Assert.Equal([2L, 3], sum.shape);
        Assert.Equal([11.0, 21, 31, 12, 22, 32], sum.data<double>().ToArray());
        sum.sum().backward();
        Assert.Equal([2.0, 2, 2], row.grad!.data<double>().ToArray());
    }

    [Fact]
    public void Shapes_that_do_not_broadcast_throw_with_the_operators_name()
    {
        using var scope = NewDisposeScope();
        var error = Assert.ThrowsAny<Exception>(() => Vector(1, 2) * Vector(1, 2, 3));
        Assert.Contains("aten::mul", error.Message);
        Assert.Contains("must match the size", error.Message);
    }

    [Fact]
    public void A_tensor_without_elements_broadcasts_against_one_element()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([0L], (Vector() + Vector(1)).shape);
        Assert.Equal([0L], Vector().exp().shape);
    }

    [Theory]
    [InlineData(RoundingMode.None, -3.5, 3.5, ScalarType.Float32)]
    [InlineData(RoundingMode.trunc, -3.0, 3.0, ScalarType.Int64)]
    [InlineData(RoundingMode.floor, -4.0, 3.0, ScalarType.Int64)]
    public void Integers_are_divided_truly_unless_a_rounding_mode_is_given(RoundingMode mode, double negative, double positive, ScalarType type)
    {
        using var scope = NewDisposeScope();
        var quotient = Vector(-7, 7).to_type(ScalarType.Int64).div(2, mode);
        Assert.Equal(type, quotient.dtype);
        Assert.Equal([negative, positive], Doubles(quotient));
    }

    [Fact]
    public void The_remainder_has_the_divisors_sign_and_fmod_the_dividends()
    {
        using var scope = NewDisposeScope();
        var x = Vector(-7, 7, -7, 7).to_type(ScalarType.Int32);
        var y = Vector(3, 3, -3, -3).to_type(ScalarType.Int32);
        Assert.Equal([2.0, 1, -1, -2], Doubles(x % y));
        Assert.Equal([-1.0, 1, -1, 1], Doubles(x.fmod(y)));
    }

    [Fact]
    public void Integers_divided_by_zero_throw_and_floats_do_not()
    {
        using var scope = NewDisposeScope();
        var zero = Vector(0).to_type(ScalarType.Int64);
        Assert.Contains("ZeroDivisionError", Assert.ThrowsAny<Exception>(() => zero.div(zero, RoundingMode.floor)).Message);
        Assert.Equal([double.PositiveInfinity], Doubles(1.0 / Vector(0)));
    }

    [Fact]
    public void Integers_to_a_negative_integer_power_throw()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("negative integer powers", Assert.ThrowsAny<Exception>(() => Vector(2).to_type(ScalarType.Int64).pow(-1)).Message);
    }

    [Fact]
    public void Bytes_wrap_around_and_a_mean_of_integers_throws()
    {
        using var scope = NewDisposeScope();
        var bytes = Vector(250, 10).to_type(ScalarType.Byte);
        Assert.Equal([4.0, 20], Doubles(bytes + 10));
        Assert.Equal(ScalarType.Byte, (bytes + 10).dtype);
        Assert.Equal(ScalarType.Int64, bytes.sum().dtype);
        Assert.Equal(260.0, Doubles(bytes.sum())[0]);
        Assert.ThrowsAny<Exception>(() => bytes.mean());
    }

    [Fact]
    public void Numbers_do_not_widen_a_tensor_of_their_kind()
    {
        using var scope = NewDisposeScope();
        var single = Vector(1).to_type(ScalarType.Float32);
        var half = Vector(1).to_type(ScalarType.BFloat16);
        Assert.Equal(ScalarType.Float32, (single * 2.0).dtype);
        Assert.Equal(ScalarType.BFloat16, (1.5 - half).dtype);
        Assert.Equal(ScalarType.BFloat16, (1L / half).dtype);
        Assert.Equal(ScalarType.Float32, (Vector(1).to_type(ScalarType.Int8) + 0.5f).dtype);
    }

    [Fact]
    public void Nan_wins_in_max_min_and_clamp_and_loses_in_fmax_and_fmin()
    {
        using var scope = NewDisposeScope();
        var x = Vector(double.NaN, 1, 2);
        Assert.Equal(double.NaN, Doubles(x.max())[0]);
        Assert.Equal(double.NaN, Doubles(x.min())[0]);
        Assert.Equal(0, x.argmax().item<long>());
        Assert.Equal([double.NaN, 1.5, 2], Doubles(x.maximum(Vector(0, 1.5, 0))));
        Assert.Equal([0.0, 1.5, 2], Doubles(x.fmax(Vector(0, 1.5, 0))));
        Assert.Equal([double.NaN, 1, 1], Doubles(x.clamp(0, 1)));
        Assert.Equal([double.NaN, double.NaN, double.NaN], Doubles(x.cumsum(0)));
        Assert.Equal([1.5], Doubles(x.nanmean()));
        Assert.Equal([double.NaN], Doubles(x.median()));
        Assert.Equal([1.0], Doubles(x.nanmedian()));
    }

    [Fact]
    public void Reductions_of_nothing_give_the_neutral_element_and_extremes_throw()
    {
        using var scope = NewDisposeScope();
        var nothing = Vector();
        Assert.Equal(0.0, nothing.sum().item<double>());
        Assert.Equal(1.0, nothing.prod().item<double>());
        Assert.Equal(double.NaN, nothing.mean().item<double>());
        Assert.Equal(double.NaN, nothing.std().item<double>());
        Assert.True(nothing.all().item<bool>());
        Assert.False(nothing.any().item<bool>());
        Assert.Equal(double.NegativeInfinity, nothing.logsumexp(0).item<double>());
        Assert.ThrowsAny<Exception>(() => nothing.max());
        Assert.ThrowsAny<Exception>(() => nothing.argmin());
        Assert.ThrowsAny<Exception>(() => nothing.amax(0));
    }

    [Fact]
    public void An_index_tensor_beside_a_slice_is_written_out_and_the_message_says_so()
    {
        using var scope = NewDisposeScope();
        var x = arange(12).reshape(3, 4);
        var rows = tensor(new long[] { 0, 2 });
        var e = Assert.Throws<InvalidOperationException>(() => x[rows, TensorIndex.Slice(0, 2)]);
        Assert.Contains("TensorIndex.Tensor", e.Message, StringComparison.Ordinal);
        Assert.Equal([0L, 1, 8, 9], x[TensorIndex.Tensor(rows), TensorIndex.Slice(0, 2)].data<long>().ToArray());
    }

    [Fact]
    public void The_literal_zero_is_an_element_type_to_sum_and_prod_unless_it_is_long_or_named()
    {
        using var scope = NewDisposeScope();
        var x = Vector(1, 2, 3, 4).view(2, 2);
        Assert.Equal(ScalarType.Byte, x.sum(0).dtype);
        Assert.Equal(ScalarType.Byte, x.prod(0).dtype);
        Assert.Equal([4.0, 6], Doubles(x.sum(0L)));
        Assert.Equal([4.0, 6], Doubles(x.sum(dim: 0)));
        Assert.Equal([4.0, 6], Doubles(sum(x, [0])));
        Assert.Equal([3.0, 8], Doubles(x.prod(dim: 0)));
    }

    [Fact]
    public void A_dimension_out_of_range_throws_with_libtorchs_message()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("Dimension out of range", Assert.ThrowsAny<Exception>(() => Vector(1, 2).sum(1)).Message);
        Assert.Contains("Dimension out of range", Assert.ThrowsAny<Exception>(() => softmax(Vector(1, 2), -2)).Message);
        Assert.ThrowsAny<Exception>(() => Vector(1, 2).std((0, 1)));
    }

    [Fact]
    public void Quantile_and_aminmax_take_dimension_minus_one_for_all_elements()
    {
        using var scope = NewDisposeScope();
        var x = Vector(1, 2, 3, 4, 5, 6).view(2, 3);
        Assert.Equal([3.5], Doubles(x.quantile(Vector(0.5))));
        Assert.Equal([2.0, 5], Doubles(x.quantile(Vector(0.5), 1)));
        var (least, greatest) = x.aminmax(-1);
        Assert.Equal((1.0, 6.0), (least.item<double>(), greatest.item<double>()));
    }

    [Fact]
    public void What_unique_was_not_asked_for_is_null()
    {
        using var scope = NewDisposeScope();
        var (output, inverse, counts) = Vector(3, 1, 3).unique();
        Assert.Equal([1.0, 3], Doubles(output));
        Assert.Null(inverse);
        Assert.Null(counts);
        Assert.Equal([1.0, 2], Doubles(unique(Vector(3, 1, 3), return_counts: true).counts!));
    }

    [Fact]
    public void Equals_compares_whole_tensors_and_the_operators_compare_elements()
    {
        using var scope = NewDisposeScope();
        var x = Vector(1, 2);
        Assert.True(x.Equals(Vector(1, 2)));
        Assert.False(x.Equals(Vector(1, 3)));
        Assert.False(x.Equals(Vector(1, 2, 3)));
        Assert.False(x.Equals("1, 2"));
        Assert.False(x.Equals((object?)null));
        Assert.Equal([1.0, 0], Doubles(x == Vector(1, 3)));
        Assert.Equal([0.0, 1], Doubles(x != Vector(1, 3)));
        Assert.Equal(ScalarType.Bool, (x == 1).dtype);
    }

    [Fact]
    public void A_tensor_is_a_key_of_its_own_even_where_it_holds_nan()
    {
        using var scope = NewDisposeScope();
        var x = Vector(double.NaN);
        var names = new Dictionary<object, string> { [x] = "x", [Vector(double.NaN)] = "another" };
        Assert.Equal("x", names[x]);
        Assert.Equal(2, names.Count);
    }

    [Fact]
    public void Operators_on_both_sides_take_every_kind_of_number()
    {
        using var scope = NewDisposeScope();
        var x = Vector(4);
        Assert.Equal([6.0, 6, 6, 6, 6], new[] { x + 2, x + 2L, x + 2f, x + 2.0, x + (Scalar)2 }.Select(t => Doubles(t)[0]));
        Assert.Equal([-2.0, -2, -2, -2, -2], new[] { 2 - x, 2L - x, 2f - x, 2.0 - x, (Scalar)2 - x }.Select(t => Doubles(t)[0]));
        Assert.Equal([0.5, 0.5, 0.5, 0.5, 0.5], new[] { 2 / x, 2L / x, 2f / x, 2.0 / x, (Scalar)2 / x }.Select(t => Doubles(t)[0]));
        Assert.Equal([1.0, 1, 1, 1, 1], new[] { x % 3, x % 3L, x % 3f, x % 3.0, x % (Scalar)3 }.Select(t => Doubles(t)[0]));
    }

    [Fact]
    public void Logits_of_minus_infinity_have_probability_zero_and_no_nan_in_the_gradient()
    {
        using var scope = NewDisposeScope();
        var logits = Vector(0, 0, 5);
        logits.requires_grad = true;
        var masked = logits.masked_fill(Vector(0, 0, 1).to_type(ScalarType.Bool), double.NegativeInfinity);
        var p = masked.softmax(-1);
        Assert.Equal([0.5, 0.5, 0], Doubles(p));
        (p * Vector(1, 2, 3)).sum().backward();
        Assert.Equal([-0.25, 0.25, 0], logits.grad!.data<double>().ToArray());
    }

    [Fact]
    public void The_gradient_of_a_sign_is_zero_and_can_be_read()
    {
        using var scope = NewDisposeScope();
        foreach (var function in new Func<Tensor, Tensor>[] { sign, sgn, floor, round_to_whole })
        {
            var x = Vector(-1.5, 2.5);
            x.requires_grad = true;
            function(x).sum().backward();
            Assert.Equal([0.0, 0], x.grad!.data<double>().ToArray());
        }

        static Tensor round_to_whole(Tensor x) => round(x);
    }

    [Fact]
    public void A_disposed_operand_throws_and_names_itself()
    {
        using var scope = NewDisposeScope();
        var x = Vector(1);
        var y = Vector(1);
        y.Dispose();
        Assert.Throws<ObjectDisposedException>(() => x + y);
        Assert.Throws<ObjectDisposedException>(() => y.sum());
        Assert.Throws<ObjectDisposedException>(() => y.add_(1));
    }

    [Fact]
    public void A_result_lands_in_the_open_scope_and_intermediates_do_not()
    {
        using var scope = NewDisposeScope();
        var x = Vector(2);
        var before = scope.DisposablesCount;
        var quotient = 1.0 / x;
        Assert.Equal(before + 1, scope.DisposablesCount);
        Assert.Equal([0.5], Doubles(quotient));
    }

    private static Tensor Vector(params double[] values) => tensor(values, [values.Length]);

    private static double[] Doubles(Tensor x) => x.to_type(ScalarType.Float64).data<double>().ToArray();
}
