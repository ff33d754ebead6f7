using TorchSharp.Modules;
using static TorchSharp.torch.optim;

namespace Engine.Tests.Optim;

public sealed class OptimizerTests
{
    [Fact]
    public void Adams_first_step_is_the_learning_rate_against_the_gradients_sign()
    {
        using var p = Made(1, 2, 3);
        using var adam = Adam([p], 0.01, eps: 0);
        Step(adam, p, 1e-3, -5, 700);
        Near([0.99, 2.01, 2.99], p);
    }

    [Fact]
    public void Decay_goes_through_adams_normalisation_but_not_through_adamws()
    {
        using var coupled = Made(10, -10);
        using var decoupled = Made(10, -10);
        using var adam = Adam([coupled], 0.1, eps: 0, weight_decay: 0.5);
        using var adamw = AdamW([decoupled], 0.1, eps: 0, weight_decay: 0.5);
        Step(adam, coupled, 1, 1);
        Step(adamw, decoupled, 1, 1);
        // 1 + 0.5 * 10 > 0 and 1 - 0.5 * 10 < 0: a step of 0.1 each way. Decoupled: times 1 - 0.1 * 0.5, then 0.1 against the gradient.
        Near([9.9, -9.9], coupled);
        Near([9.4, -9.6], decoupled);
    }

    [Fact]
    public void Adamws_default_decay_is_torchsharps_nothing()
    {
        using var p = Made(10);
        using var adamw = AdamW([p]);
        Step(adamw, p, 0);
        Near([10], p);
    }

    [Fact]
    public void Momentum_adds_up_as_a_geometric_series()
    {
        using var p = Made(0);
        using var sgd = SGD([p], 0.1, momentum: 0.5);
        for (var i = 0; i < 3; i++)
            Step(sgd, p, 1);
        Near([-0.1 * (1 + 1.5 + 1.75)], p);
    }

    [Fact]
    public void Parameters_without_gradient_stay_as_they_are_and_keep_their_step()
    {
        using var used = Made(1);
        using var unused = Made(1);
        using var adam = Adam([used, unused], 0.01);
        Step(adam, used, 1);
        Near([1], unused);
        Assert.Equal([1, 0], adam.state_dict().State.Cast<Adam.State>().Select(s => s.step));
    }

    [Fact]
    public void Zero_grad_leaves_zeros_in_the_same_gradient()
    {
        using var p = Made(1, 2);
        using var sgd = SGD([p], 0.1);
        using var gradient = tensor([3.0, 4.0], [2]);
        p.grad = gradient;
        sgd.zero_grad();
        Assert.Equal([0, 0], gradient.data<double>().ToArray());
        Assert.Equal([0, 0], p.grad!.data<double>().ToArray());
    }

    [Fact]
    public void A_closure_runs_with_gradients_before_the_step_and_its_loss_is_returned()
    {
        using var p = Made(3);
        using var sgd = SGD([p], 0.25);
        using (no_grad())
        {
            using var loss = sgd.step(() =>
            {
                sgd.zero_grad();
                var square = (p * p).sum();
                square.backward();
                return square;
            });
            Assert.Equal(9, loss.item<double>());
            Assert.False(is_grad_enabled());
        }

        Near([1.5], p);
    }

    [Fact]
    public void Groups_have_rates_of_their_own_and_the_optimizers_where_they_say_nothing()
    {
        using var slow = Made(0);
        using var fast = Made(0);
        using var sgd = SGD([new SGD.ParamGroup([slow], new SGD.Options()), new SGD.ParamGroup([fast], new SGD.Options { LearningRate = 1 })], 0.1);
        slow.grad = tensor([1.0], [1]);
        Step(sgd, fast, 1);
        Near([-0.1], slow);
        Near([-1], fast);
        Assert.Equal([0.1, 1], sgd.ParamGroups.Select(g => g.InitialLearningRate));
        Assert.Equal([slow, fast], sgd.parameters());
    }

    [Fact]
    public void Named_parameters_are_updated_too()
    {
        using var p = Made(1);
        using var sgd = SGD(new[] { ("weight", p) }, 0.5);
        Step(sgd, p, 1);
        Near([0.5], p);
    }

    [Fact]
    public void A_group_added_later_is_updated_from_then_on()
    {
        using var first = Made(0);
        using var second = Made(0);
        using var sgd = SGD([first], 0.1);
        sgd.add_param_group(new SGD.ParamGroup { Parameters = [second] });
        first.grad = tensor([1.0], [1]);
        Step(sgd, second, 2);
        Near([-0.1], first);
        Near([-0.2], second);
    }

    [Fact]
    public void Betas_and_momentum_set_on_the_optimizer_hold_for_every_group()
    {
        using var p = Made(0);
        using var adam = Adam([p]);
        adam.Betas = (0.5, 0.6);
        Assert.Equal((0.5, 0.6), ((IBetas)adam.ParamGroups.Single()).Betas);
        using var q = Made(0);
        using var sgd = SGD([q], 0.1, momentum: 0.9);
        sgd.Momentum = 0;
        Assert.Equal(0, ((IMomentum)sgd.ParamGroups.Single()).Momentum);
    }

    [Fact]
    public void A_graph_that_still_needs_the_old_values_notices_the_step()
    {
        using var p = Made(1, 2);
        using var sgd = SGD([p], 0.1);
        using var loss = (p * p).sum();
        Step(sgd, p, 1, 1);
        Assert.Contains("modified by an inplace operation", Assert.ThrowsAny<Exception>(() => loss.backward()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void States_outlive_the_dispose_scope_of_the_step_and_go_with_the_optimizer()
    {
        using var p = Made(1);
        var sgd = SGD([p], 0.1, momentum: 0.9);
        using (NewDisposeScope())
            Step(sgd, p, 1);
        var buffer = ((SGD.State)sgd.state_dict().State.Single()).momentum_buffer;
        Assert.False(buffer.IsInvalid);
        sgd.Dispose();
        Assert.True(buffer.IsInvalid);
        Assert.False(p.IsInvalid);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void After_a_round_trip_through_a_stream_the_steps_go_on_as_without(string kind)
    {
        using var one = Made(1, -2, 3);
        using var continued = Make(kind, one);
        for (var i = 0; i < 5; i++)
            Step(continued, one, 1, -0.5, i);
        using var stream = new MemoryStream();
        continued.save_state_dict(new BinaryWriter(stream));
        stream.Position = 0;
        using var other = new Parameter(one.detach().clone());
        using var loaded = Make(kind, other);
        loaded.ParamGroups.Single().LearningRate = 77;
        loaded.load_state_dict(new BinaryReader(stream));
        Assert.Equal(stream.Length, stream.Position);
        Assert.True(loaded.state_dict().State.Single().ApproximatelyEquals(continued.state_dict().State.Single()));
        for (var i = 0; i < 5; i++)
        {
            Step(continued, one, 0.3, i, -1);
            Step(loaded, other, 0.3, i, -1);
        }

        Assert.Equal(Numbers(one), Numbers(other));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_state_loaded_from_another_optimizer_is_a_copy(string kind)
    {
        var (one, other) = (Made(1, -2, 3), Made(1, -2, 3));
        using var from = Make(kind, one);
        Step(from, one, 1, -0.5, 2);
        using var to = Make(kind, other);
        to.load_state_dict(from.state_dict());
        var (source, copy) = (from.state_dict().State.Single(), to.state_dict().State.Single());
        Assert.NotSame(source, copy);
        Assert.True(copy.ApproximatelyEquals(source));
        Step(from, one, 9, 9, 9);
        Assert.False(copy.ApproximatelyEquals(source));
    }

    [Fact]
    public void A_state_that_is_cut_off_anywhere_or_of_another_kind_is_refused_and_changes_nothing()
    {
        using var p = Made(1, 2);
        using var adam = Adam([p], 0.01, amsgrad: true);
        Step(adam, p, 1, 2);
        using var stream = new MemoryStream();
        adam.save_state_dict(new BinaryWriter(stream));
        var bytes = stream.ToArray();
        using var fresh = Adam([p], 0.5, amsgrad: true);
        for (var length = 0; length < bytes.Length; length++)
            Assert.ThrowsAny<Exception>(() => fresh.load_state_dict(new BinaryReader(new MemoryStream(bytes, 0, length))));
        Assert.Equal(0.5, fresh.ParamGroups.Single().LearningRate);
        Assert.Equal(0, ((Adam.State)fresh.state_dict().State.Single()).step);

        using var sgd = SGD([p], 0.1);
        Assert.Contains("'Adam', not 'SGD'", Assert.Throws<InvalidDataException>(() => sgd.load_state_dict(new BinaryReader(new MemoryStream(bytes)))).Message,
            StringComparison.Ordinal);
        using var longer = Made(1, 2, 3);
        using var unlike = Adam([longer], 0.01, amsgrad: true);
        Assert.Throws<InvalidDataException>(() => unlike.load_state_dict(new BinaryReader(new MemoryStream(bytes))));
    }

    [Fact]
    public void The_stream_is_torchsharps()
    {
        using var p = Made(1, 2);
        using var sgd = SGD([p], 0.25, momentum: 0.5);
        Step(sgd, p, 3, 4);
        using var stream = new MemoryStream();
        sgd.save_state_dict(new BinaryWriter(stream));
        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        Assert.Equal("SGD", reader.ReadString());
        Assert.Equal([1, 1], reader.ReadBytes(2));
        Assert.Equal([0.25, 0.25, 0.5, 0, 0], Enumerable.Range(0, 5).Select(_ => reader.ReadDouble()));
        Assert.Equal([0, 0, 1], reader.ReadBytes(3));
        Assert.Equal([(byte)ScalarType.Float64, 1, 2], reader.ReadBytes(3));
        Assert.Equal([3, 4], Enumerable.Range(0, 2).Select(_ => reader.ReadDouble()));
        Assert.Equal(stream.Length, stream.Position);
    }

    [Fact]
    public void Impossible_arguments_are_named()
    {
        using var p = Made(1);
        static string? Name(Action make) => Assert.ThrowsAny<ArgumentException>(make).ParamName;
        Assert.Equal("parameters", Name(() => SGD(Array.Empty<Parameter>(), 0.1)));
        Assert.Equal("parameters", Name(() => Adam((IEnumerable<Parameter>)null!)));
        Assert.Equal("lr", Name(() => Adam([p], -1)));
        Assert.Equal("lr", Name(() => SGD([p], double.NaN)));
        Assert.Equal("beta1", Name(() => Adam([p], beta1: 1)));
        Assert.Equal("beta2", Name(() => AdamW([p], beta2: -0.1)));
        Assert.Equal("eps", Name(() => RMSProp([p], eps: -1)));
        Assert.Equal("weight_decay", Name(() => Adagrad([p], weight_decay: -1)));
        Assert.Equal("momentum", Name(() => SGD([p], 0.1, momentum: -1)));
        Assert.Equal("nesterov", Name(() => SGD([p], 0.1, nesterov: true)));
        Assert.Equal("rho", Name(() => Adadelta([p], rho: 2)));
        Assert.Equal("param_group", Name(() => SGD([p, p], 0.1)));
        using var sgd = SGD([p], 0.1);
        Assert.Equal("param_group", Name(() => sgd.add_param_group(new SGD.ParamGroup([p], new SGD.Options()))));
        Assert.Equal("param_group", Name(() => sgd.add_param_group(new Adam.ParamGroup([Made(2)]))));
    }

    [Fact]
    public void Schedules_with_impossible_arguments_name_them()
    {
        using var p = Made(1);
        using var adam = Adam([p]);
        static string? Name(Action make) => Assert.ThrowsAny<ArgumentException>(make).ParamName;
        Assert.Equal("optimizer", Name(() => lr_scheduler.StepLR(null!, 3)));
        Assert.Equal("step_size", Name(() => lr_scheduler.StepLR(adam, 0)));
        Assert.Equal("T_max", Name(() => lr_scheduler.CosineAnnealingLR(adam, 0)));
        Assert.Equal("start_factor", Name(() => lr_scheduler.LinearLR(adam, 0)));
        Assert.Equal("total_steps", Name(() => lr_scheduler.OneCycleLR(adam, 1)));
        Assert.Equal("cycle_momentum", Name(() => lr_scheduler.CyclicLR(adam, 0.1, 1)));
        Assert.Equal("mode", Name(() => lr_scheduler.ReduceLROnPlateau(adam, "least")));
        Assert.Equal("factor", Name(() => lr_scheduler.ReduceLROnPlateau(adam, factor: 1)));
        Assert.Equal("milestones", Name(() => lr_scheduler.SequentialLR(adam, [lr_scheduler.StepLR(adam, 3)], [4])));
        Assert.Throws<InvalidOperationException>(() => lr_scheduler.ReduceLROnPlateau(adam).step());
    }

    [Fact]
    public void A_schedule_that_is_told_an_epoch_jumps_there()
    {
        using var p = Made(1);
        using var sgd = SGD([p], 1);
        var schedule = lr_scheduler.StepLR(sgd, 10, 0.1);
        schedule.step(25);
        Assert.Equal(0.01, schedule.get_last_lr().Single(), 12);
    }

    public static TheoryData<string> Kinds => ["sgd", "adam", "adamw", "rmsprop", "adagrad", "adamax", "adadelta", "nadam", "radam", "rprop"];

    private static OptimizerHelper Make(string kind, Parameter p) => kind switch
    {
        "sgd" => SGD([p], 0.1, momentum: 0.9),
        "adam" => Adam([p], 0.1, amsgrad: true),
        "adamw" => AdamW([p], 0.1, weight_decay: 0.1),
        "rmsprop" => RMSProp([p], momentum: 0.5, centered: true),
        "adagrad" => Adagrad([p], lr_decay: 0.1),
        "adamax" => Adamax([p]),
        "adadelta" => Adadelta([p]),
        "nadam" => NAdam([p]),
        "radam" => RAdam([p]),
        _ => Rprop([p]),
    };

    private static Parameter Made(params double[] values) => new(tensor(values, [values.Length]));

    private static void Step(Optimizer optimizer, Parameter p, params double[] gradient)
    {
        using var given = tensor(gradient, [gradient.Length]);
        p.grad = given;
        optimizer.step();
    }

    private static double[] Numbers(Tensor tensor)
    {
        using var values = tensor.detach();
        return values.data<double>().ToArray();
    }

    private static void Near(double[] expected, Tensor actual)
    {
        var values = Numbers(actual);
        Assert.Equal(expected.Length, values.Length);
        for (var i = 0; i < values.Length; i++)
            Assert.Equal(expected[i], values[i], 12);
    }
}
