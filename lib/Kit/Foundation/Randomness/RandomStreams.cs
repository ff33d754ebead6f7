using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using TorchSharp;

namespace Kit.Foundation.Randomness;

/// <summary>
/// The independent streams of one run: one seed, one stream a purpose, so that drawing more for one purpose never moves the numbers of
/// another.
/// </summary>
/// <remarks>
/// <para>The streams belong to one thread; repetitions that run at the same time take a <see cref="Child"/> each.</para>
/// <para>No tensor engine is needed before <see cref="TorchGenerator"/> or <see cref="SeedTorch"/> is called. What libtorch draws is the same on
/// one machine and version; it promises nothing beyond. Its CPU generator keeps 32 bits of a seed.</para>
/// </remarks>
public sealed class RandomStreams
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private readonly Dictionary<(string Name, long Index), RandomStream> _streams = [];
    private readonly Dictionary<(string Name, string Device), torch.Generator> _generators = [];
    private readonly Dictionary<(string Name, string Device), byte[]> _savedGenerators = []; // restored, and not yet asked for
    private bool _seededTorch;

    /// <summary>The streams of a seed.</summary>
    public RandomStreams(long seed) => Seed = seed;

    /// <summary>The run's seed.</summary>
    public long Seed { get; }

    /// <summary>What the world does: rewards, transitions, prompts.</summary>
    public RandomStream Environment => this["environment"];

    /// <summary>What the policy draws: exploration, sampled actions.</summary>
    public RandomStream Policy => this["policy"];

    /// <summary>The order of examples within an epoch.</summary>
    public RandomStream Minibatch => this["minibatch"];

    /// <summary>First weights, and the problems themselves where they are drawn.</summary>
    public RandomStream Initialisation => this["initialisation"];

    /// <summary>The stream of that name, the same object each time: <see cref="RandomStream.Of"/> this seed.</summary>
    /// <param name="name">what the numbers are for</param>
    /// <param name="index">which of several: <c>streams["environment", 3]</c> is what the fourth environment draws, however many there are</param>
    public RandomStream this[string name, long index = 0] =>
        _streams.TryGetValue((name, index), out var stream) ? stream : _streams[(name, index)] = RandomStream.Of(Seed, name, index);

    /// <summary>The streams of the <paramref name="index"/>-th repetition of an experiment.</summary>
    /// <remarks>Their seed is the first number of the stream ("child", index) of this seed, cut to 53 bits so that no reader of JSON loses a digit; it can be passed to the constructor.</remarks>
    public RandomStreams Child(long index) => new((long)(RandomStream.Of(Seed, "child", index).Bits() >> 11));

    /// <summary>A generator for what is drawn on tensors, the same object each time; it belongs to these streams, so do not dispose of it.</summary>
    /// <param name="name">what is drawn, where draws for one purpose must not move those for another: "torch environment", say</param>
    /// <param name="device">the CPU where none is given</param>
    /// <remarks>Its seed is the first number of the stream of that name.</remarks>
    public torch.Generator TorchGenerator(string name = "torch", torch.Device? device = null)
    {
        device ??= torch.CPU;
        var key = (name, device.ToString());
        if (!_generators.TryGetValue(key, out var generator))
        {
            generator = new torch.Generator(RandomStream.Of(Seed, name).Bits(), device);
            if (_savedGenerators.TryGetValue(key, out var state))
                SetState(generator, state, name);
            _savedGenerators.Remove(key);
            _generators[key] = generator;
        }

        return generator;
    }

    /// <summary>Seeds libtorch's global generators, from which the first weights of modules and everything without a generator are drawn.</summary>
    /// <remarks>The seed is the first number of the stream "torch global". From now on <see cref="Save"/> includes the CPU's global generator.</remarks>
    public void SeedTorch()
    {
        torch.manual_seed((long)RandomStream.Of(Seed, "torch global").Bits()).Dispose();
        _seededTorch = true;
    }

    /// <summary>The seed, every stream that was asked for, the generators, and libtorch's global one if <see cref="SeedTorch"/> was called.</summary>
    public JsonObject Save()
    {
        var streams = from entry in _streams
                      orderby entry.Key.Index
                      select new SavedStream(entry.Key.Name, entry.Key.Index, entry.Value.Save());
        var generators = _generators.Select(entry => (entry.Key, State: State(entry.Value)))
            .Concat(_savedGenerators.Select(entry => (entry.Key, State: entry.Value)))
            .Select(entry => new SavedGenerator(entry.Key.Name, entry.Key.Device, entry.State))
            .OrderBy(entry => entry.Device, StringComparer.Ordinal);
        var saved = new Saved(
            Seed,
            [.. streams.OrderBy(stream => stream.Name, StringComparer.Ordinal)],
            [.. generators.OrderBy(generator => generator.Name, StringComparer.Ordinal)],
            _seededTorch ? GlobalState() : null);
        return JsonSerializer.SerializeToNode(saved, Json)!.AsObject();
    }

    /// <summary>New streams that go on where others were saved.</summary>
    /// <exception cref="FormatException">The object is not what <see cref="Save"/> returns; the message names the field.</exception>
    public static RandomStreams Restore(JsonObject saved)
    {
        var content = Read(saved);
        var streams = new RandomStreams(content.Seed);
        streams.TakeOver(content);
        return streams;
    }

    /// <summary>Puts these streams back to where they were saved: whoever holds one of them, or a generator, goes on from there.</summary>
    /// <remarks>Streams that did not exist then go back to their beginning. For a resume: build everything first, then call this.</remarks>
    /// <exception cref="FormatException">The object is not what <see cref="Save"/> returns, or belongs to another seed; the message names the field, and no stream has moved.</exception>
    public void PutBack(JsonObject saved)
    {
        var content = Read(saved);
        if (content.Seed != Seed)
            throw Wrong("seed", $"is {content.Seed}, but this run's seed is {Seed}");
        TakeOver(content);
    }

    private static Saved Read(JsonObject saved)
    {
        try
        {
            return saved.Deserialize<Saved>(Json) ?? throw Wrong("all of it", "is null");
        }
        catch (JsonException error)
        {
            throw Wrong(error.Path ?? "$", error.Message, error);
        }
    }

    private void TakeOver(Saved saved)
    {
        var streams = new Dictionary<(string, long), RandomStream>();
        for (var i = 0; i < saved.Streams.Length; i++)
        {
            var (place, stream) = ($"streams[{i}]", saved.Streams[i]);
            if (stream is null)
                throw Wrong(place, "is null");
            if (string.IsNullOrWhiteSpace(stream.Name))
                throw Wrong($"{place}.name", "is empty");
            if (!streams.TryAdd((stream.Name, stream.Index), Restored(stream.State, place)))
                throw Wrong($"{place}.name", $"'{stream.Name}' with index {stream.Index} stands there twice");
            if (!string.Equals(stream.State.Key, RandomStream.Of(Seed, stream.Name, stream.Index).Save().Key, StringComparison.OrdinalIgnoreCase))
                throw Wrong($"{place}.state.key", $"is not that of '{stream.Name}' with index {stream.Index} under the seed {Seed}");
        }

        var generators = new Dictionary<(string, string), byte[]>();
        for (var i = 0; i < saved.Generators.Length; i++)
        {
            var generator = saved.Generators[i] ?? throw Wrong($"generators[{i}]", "is null");
            if (!generators.TryAdd((generator.Name, generator.Device), generator.State))
                throw Wrong($"generators[{i}].name", $"'{generator.Name}' on {generator.Device} stands there twice");
        }

        foreach (var (key, generator) in _generators)
        {
            if (generators.Remove(key, out var state))
                SetState(generator, state, key.Name);
            else
                generator.manual_seed((long)RandomStream.Of(Seed, key.Name).Bits());
        }

        if (saved.TorchGlobal is { } global)
        {
            using var standard = torch.Generator.Default;
            SetState(standard, global, "torch global");
        }

        _seededTorch = saved.TorchGlobal is not null;
        _savedGenerators.Clear();
        foreach (var (key, state) in generators)
            _savedGenerators[key] = state;
        foreach (var (key, stream) in _streams)
            stream.Become(streams.Remove(key, out var other) ? other : RandomStream.Of(Seed, key.Name, key.Index));
        foreach (var (key, stream) in streams)
            _streams[key] = stream;
    }

    private static RandomStream Restored(RandomStreamState state, string place)
    {
        try
        {
            return RandomStream.Restore(state);
        }
        catch (FormatException error)
        {
            throw Wrong($"{place}.state", error.Message, error);
        }
    }

    private static FormatException Wrong(string field, string problem, Exception? cause = null) => new($"Saved random streams: {field}: {problem.TrimEnd('.')}.", cause);

    private static byte[] State(torch.Generator generator)
    {
        using var state = generator.get_state();
        using var bytes = state.data<byte>();
        return bytes.ToArray();
    }

    private static byte[] GlobalState()
    {
        using var standard = torch.Generator.Default;
        return State(standard);
    }

    private static void SetState(torch.Generator generator, byte[] state, string name)
    {
        try
        {
            using var bytes = torch.tensor(state);
            generator.set_state(bytes);
        }
        catch (ExternalException error)
        {
            throw Wrong($"state of the generator '{name}'", $"{state.Length} bytes that libtorch does not take ({error.Message})", error);
        }
    }

    private sealed record Saved(long Seed, SavedStream[] Streams, SavedGenerator[] Generators, byte[]? TorchGlobal);

    private sealed record SavedStream(string Name, long Index, RandomStreamState State);

    private sealed record SavedGenerator(string Name, string Device, byte[] State);
}
