using TorchSharp.Modules;
using TorchSharp.Utils;
using static Engine.Tests.Modules.StateDictTests;
using static TorchSharp.torch.nn;

namespace Engine.Tests.Modules;

public sealed class ContainerTests
{
    [Fact]
    public void Sequential_takes_names_lists_and_later_modules()
    {
        using var named = Sequential(("first", Linear(1, 1)), ("second", ReLU()));
        named.append(Linear(1, 1)).append("last", Tanh());
        Assert.Equal(["first", "second", "2", "last"], named.named_children().Select(c => c.name));
        Assert.IsType<Linear>(named[0]);
        using var listed = Sequential(new List<Module<Tensor, Tensor>> { Linear(1, 1), Tanh() });
        Assert.Equal(["0.weight", "0.bias"], listed.state_dict().Keys);
        Assert.Throws<InvalidOperationException>(() => named.append("last", Tanh()));
        using var tuples = Sequential(Tuple.Create("a", (Module<Tensor, Tensor>)ReLU()));
        Assert.Equal(["a"], tuples.named_children().Select(c => c.name));
    }

    [Fact]
    public void Sequential_disposes_what_lies_between_and_neither_input_nor_result()
    {
        Tensor? between = null;
        using var first = Linear(2, 3);
        first.register_forward_hook((_, _, y) => between = y);
        using var model = Sequential(first, ReLU(inplace: true), Linear(3, 1));
        using var x = ones(4, 2);
        using var y = model.call(x);
        Assert.True(between!.IsInvalid);
        Assert.False(x.IsInvalid);
        Assert.Equal([4, 1], y.shape);
        y.sum().backward();
        Assert.NotNull(first.weight.grad);
        using var same = Sequential().call(x);
        same.Dispose();
        Assert.False(x.IsInvalid);
    }

    [Fact]
    public void A_module_list_registers_what_is_in_it_now()
    {
        var list = ModuleList(Linear(1, 1), Linear(1, 2));
        list.Add(Linear(1, 3));
        list.RemoveAt(0);
        list.Insert(0, Linear(2, 2, hasBias: false));
        Assert.Equal(["0.weight", "1.weight", "1.bias", "2.weight", "2.bias"], list.state_dict().Keys);
        Assert.Equal(3, list.Count);
        Assert.Equal([2L, 2L, 3L], list.Select(l => l.out_features));
        list[2] = Linear(1, 4);
        Assert.Equal([4L, 1L], list.get_parameter("2.weight")!.shape);
        list.Clear();
        Assert.Empty(list.state_dict());
    }

    [Fact]
    public void A_module_dict_keeps_the_order_of_its_entries()
    {
        using var dict = ModuleDict(("z", Linear(1, 1)), ("a", Linear(1, 2)));
        dict["k"] = Linear(1, 3);
        Assert.Equal(["z", "a", "k"], dict.keys());
        Assert.Equal(["z.weight", "z.bias", "a.weight", "a.bias", "k.weight", "k.bias"], dict.state_dict().Keys);
        Assert.True(dict.Remove("a"));
        Assert.False(dict.TryGetValue("a", out _));
        Assert.Equal(3, dict["k"].out_features);
        Assert.Equal(["z", "k"], dict.Keys);
        Assert.Throws<InvalidOperationException>(() => dict.Add("z", Linear(1, 1)));
    }

    [Fact]
    public void Parameter_lists_and_dicts_register_their_parameters()
    {
        using var list = ParameterList(Parameter(zeros(1)), Parameter(zeros(2)));
        list.append(Parameter(zeros(3)));
        Assert.Equal(["0", "1", "2"], list.state_dict().Keys);
        Assert.True(list.Remove(list[0]));
        Assert.Equal([2L, 3L], list.parameters().Select(p => p.numel()));
        using var dict = ParameterDict(("b", Parameter(zeros(1))), ("a", Parameter(zeros(2))));
        Assert.Equal(["b", "a"], dict.state_dict().Keys);
        dict.to(ScalarType.Float64);
        Assert.Equal(ScalarType.Float64, dict["a"].dtype);
        Assert.Equal(1, dict.IndexOf(("a", dict["a"])));
        Assert.True(dict.Remove("b"));
        Assert.Equal(["a"], dict.keys());
    }

    [Fact]
    public void An_ordered_dictionary_keeps_the_order_through_changes()
    {
        var dict = new OrderedDict<string, int> { ("c", 1), ("a", 2) };
        dict["b"] = 3;
        dict["c"] = 4;
        Assert.Equal([("c", 4), ("a", 2), ("b", 3)], dict.keys().Zip(dict.values()));
        Assert.Equal(3, ((IEnumerable<KeyValuePair<string, int>>)dict).Last().Value);
        Assert.Equal(("a", 2), dict[1]);
        Assert.Throws<ArgumentException>(() => dict.Add("a", 9));
        dict.Insert(1, ("x", 5));
        Assert.True(dict.Remove("a"));
        Assert.Equal(["c", "x", "b"], dict.keys());
        Assert.Equal([4, 5, 3], dict.Values);
        Assert.Throws<KeyNotFoundException>(() => dict["a"]);
        dict[0] = ("d", 6);
        Assert.False(dict.ContainsKey("c"));
        Assert.Equal(6, dict["d"]);
    }

    [Fact]
    public void Modules_in_a_dict_are_reached_by_eval()
    {
        using var dict = ModuleDict(("d", Dropout(0.999)));
        dict.eval();
        Assert.Equal([1f, 1], Values(((Dropout)dict["d"]).call(ones(2))));
    }
}
