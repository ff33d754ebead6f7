using System.Text.Json.Nodes;
using Kit.Foundation;
using Kit.Foundation.Checkpoints;
using Kit.Foundation.Runs;
using Kit.Tests.Engine;
using Kit.TestSupport;
using static TorchSharp.torch;

namespace Kit.Tests.Foundation.Runs;

[Collection(nameof(EngineState))]
public sealed class RunTests : IDisposable
{
    private static readonly Dictionary<string, Tensor> NoTensors = [];

    private readonly TemporaryFolder _folder = new();

    private string Folder => _folder.At("run");

    internal sealed record Walk
    {
        [Option("steps to walk", Source = "ours")]
        public long Steps { get; init; } = 20;

        [Option("how far a step goes", Source = "ours")]
        public double Scale { get; init; } = 0.1;
    }

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public void Twice_k_steps_are_k_steps_and_a_resume()
    {
        TensorEngine.Needed();
        WalkTo(_folder.At("straight"), new Walk());
        Assert.Throws<OperationCanceledException>(() => WalkTo(Folder, new Walk(), stopAt: 10));
        WalkTo(Folder, new Walk());
        AssertSame(_folder.At("straight"), Folder);
    }

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(20)]
    public void A_cancelled_run_leaves_a_checkpoint_at_the_very_step(long step)
    {
        TensorEngine.Needed();
        Assert.Throws<OperationCanceledException>(() => WalkTo(Folder, new Walk(), stopAt: step));
        using var checkpoint = new CheckpointStore(Path.Combine(Folder, "checkpoints")).LoadNewest();
        Assert.Equal(step, checkpoint!.Step);
        Assert.Equal(step, RunRecord.Read(Folder).Metrics.Steps[^1]);
        WalkTo(_folder.At("straight"), new Walk());
        WalkTo(Folder, new Walk());
        AssertSame(_folder.At("straight"), Folder);
    }

    [SkippableFact]
    public void Rows_after_the_last_checkpoint_are_cut_off_and_written_again()
    {
        TensorEngine.Needed();
        Assert.Throws<InvalidDataException>(() => WalkTo(Folder, new Walk(), failAt: 8));
        File.AppendAllText(At("metrics.jsonl"), "{\"step\":9,\"posi"); // a torn row, as a loss of power leaves it
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], RunRecord.Read(Folder).Metrics.Steps);
        WalkTo(_folder.At("straight"), new Walk());
        WalkTo(Folder, new Walk());
        AssertSame(_folder.At("straight"), Folder);
    }

    [Fact]
    public void A_run_without_a_checkpoint_begins_anew()
    {
        using (var run = Run.Open(Folder, new Walk(), 1))
            run.Metrics.Write(1, ("position", 1));
        using (var run = Run.Open(Folder, new Walk(), 1))
        {
            Assert.Equal((1, true), (run.FirstStep, run.Restore() is null));
            run.Metrics.Write(1, ("position", 2));
        }

        Assert.Equal([2.0], RunRecord.Read(Folder).Metrics["position"]);
    }

    [SkippableFact]
    public void Times_go_on_from_those_of_the_checkpoint()
    {
        TensorEngine.Needed();
        Assert.Throws<InvalidDataException>(() => WalkTo(Folder, new Walk(), failAt: 8));
        File.WriteAllText(At("times.jsonl"), string.Concat(Enumerable.Range(1, 8).Select(step => $"{{\"step\":{step},\"seconds\":{1000 * step}}}\n")));
        WalkTo(Folder, new Walk());
        var times = RunRecord.Read(Folder).Times;
        Assert.Equal(Enumerable.Range(1, 20).Select(step => (long)step), times.Steps);
        Assert.Equal(5000, times["seconds"][4]);
        Assert.InRange(times["seconds"][5], 5000, 5999);
    }

    [SkippableFact]
    public void A_finished_run_is_only_read()
    {
        TensorEngine.Needed();
        WalkTo(Folder, new Walk());
        using var run = Run.Open(Folder, new Walk(), seed: 3, new RunSettings { CheckpointEvery = 5 });
        Assert.True(run.Completed);
        Assert.Equal(21, run.FirstStep);
        using var last = run.Restore();
        Assert.Equal(20, last!.Step);
        Assert.Contains("finished", Assert.Throws<InvalidOperationException>(() => run.Metrics.Write(21)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => run.Save(21, NoTensors));
        Assert.True(RunRecord.Read(Folder).Completed);
    }

    public static TheoryData<object, long, int, string> Others => new()
    {
        { new Walk { Scale = 0.2 }, 3, 1, "Scale is 0.1 there and 0.2 here" },
        { new Walk(), 4, 1, "seed is 3 there and 4 here" },
        { new Walk(), 3, 2, "Threads is 1 there and 2 here" },
        { new RunSettings(), 3, 1, "record is " },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void Another_run_s_folder_is_refused_with_the_field_and_both_values(object options, long seed, int threads, string difference)
    {
        Run.Open(Folder, new Walk(), seed: 3).Dispose();
        var message = Assert.Throws<RunException>(() => Run.Open(Folder, options, seed, new RunSettings { Threads = threads })).Message;
        Assert.Contains(difference, message, StringComparison.Ordinal);
        Assert.EndsWith("Ask for the same to go on with it, or take another folder.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_of_another_schema_is_refused()
    {
        Run.Open(Folder, new Walk(), seed: 3).Dispose();
        File.WriteAllText(At("options.json"), File.ReadAllText(At("options.json")).Replace("\"schema\": 1", "\"schema\": 2", StringComparison.Ordinal));
        Assert.Contains("schema is 2 there and 1 here", Assert.Throws<RunException>(() => Run.Open(Folder, new Walk(), seed: 3)).Message, StringComparison.Ordinal);
        Assert.Contains("another version", Assert.Throws<DataFormatException>(() => RunRecord.Read(Folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_with_other_files_is_left_alone()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(At("thesis.txt"), "mine");
        Assert.Contains("thesis.txt", Assert.Throws<RunException>(() => Run.Open(Folder, new Walk(), 1)).Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(At("thesis.txt")));
        Assert.Equal([At("thesis.txt")], Directory.GetFileSystemEntries(Folder));
    }

    [Fact]
    public void Two_at_one_folder_are_one_too_many()
    {
        using (Run.Open(Folder, new Walk(), 1))
            Assert.Contains("another process", Assert.Throws<RunException>(() => Run.Open(Folder, new Walk(), 1)).Message, StringComparison.Ordinal);
        Run.Open(Folder, new Walk(), 1).Dispose();
    }

    [SkippableFact]
    public void A_run_that_goes_on_writes_nothing_before_it_took_over_its_checkpoint()
    {
        TensorEngine.Needed();
        Assert.Throws<OperationCanceledException>(() => WalkTo(Folder, new Walk(), stopAt: 4));
        using var run = Run.Open(Folder, new Walk(), 3, new RunSettings { CheckpointEvery = 5 });
        Assert.Contains("Restore()", Assert.Throws<InvalidOperationException>(() => run.Metrics.Write(5)).Message, StringComparison.Ordinal);
        run.Restore()!.Dispose();
        run.Metrics.Write(5);
    }

    [SkippableFact]
    public void Steps_grow_and_a_checkpoint_is_not_behind_its_metrics()
    {
        TensorEngine.Needed();
        using var run = Run.Open(Folder, new Walk(), 1);
        run.Metrics.Write(3);
        Assert.Contains("a row of step 3 cannot follow that of step 3", Assert.Throws<ArgumentException>(() => run.Metrics.Write(3)).Message, StringComparison.Ordinal);
        Assert.Contains("metrics are at step 3", Assert.Throws<ArgumentException>(() => run.Save(2, NoTensors)).Message, StringComparison.Ordinal);
        run.Save(3, NoTensors);
        Assert.Contains("step 3 cannot be saved after step 3", Assert.Throws<ArgumentException>(() => run.Save(3, NoTensors)).Message, StringComparison.Ordinal);
        Assert.Contains("'run'", Assert.Throws<ArgumentException>(() => run.Save(4, NoTensors, new JsonObject { ["run"] = 1 })).Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Metrics_that_lost_rows_behind_a_checkpoint_are_found_out()
    {
        TensorEngine.Needed();
        Assert.Throws<OperationCanceledException>(() => WalkTo(Folder, new Walk(), stopAt: 4));
        File.WriteAllText(At("metrics.jsonl"), "");
        Assert.Contains("has 0 bytes of sound rows up to step 4, and the checkpoint of step 4 counts on",
            Assert.Throws<RunException>(() => Run.Open(Folder, new Walk(), 3, new RunSettings { CheckpointEvery = 5 })).Message, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("\n", "\r\n")]
    [InlineData("{\"step\":1,", "\ufeff{\"step\":1,")]
    [InlineData("{\"step\":3,", "{\"step\":2,")]
    public void Metrics_that_were_changed_behind_a_checkpoint_are_found_out_and_left_as_they_are(string before, string after)
    {
        TensorEngine.Needed();
        Assert.Throws<OperationCanceledException>(() => WalkTo(Folder, new Walk(), stopAt: 4));
        File.WriteAllText(At("metrics.jsonl"), File.ReadAllText(At("metrics.jsonl")).Replace(before, after, StringComparison.Ordinal));
        var changed = File.ReadAllBytes(At("metrics.jsonl"));
        var message = Assert.Throws<RunException>(() => WalkTo(Folder, new Walk())).Message;
        Assert.Contains(At("metrics.jsonl"), message, StringComparison.Ordinal);
        Assert.Equal(changed, File.ReadAllBytes(At("metrics.jsonl")));
    }

    [SkippableFact]
    public void A_damaged_row_of_times_costs_the_times_behind_it_and_no_more()
    {
        TensorEngine.Needed();
        Assert.Throws<OperationCanceledException>(() => WalkTo(Folder, new Walk(), stopAt: 4));
        File.WriteAllText(At("times.jsonl"), "{\"step\":1,\"seconds\":1000}\n{\"step\":1,\"seconds\":2000}\n{\"step\":4,\"seconds\":3000}\n");
        WalkTo(Folder, new Walk());
        var record = RunRecord.Read(Folder);
        Assert.Equal([1, .. Enumerable.Range(5, 16).Select(step => (long)step)], record.Times.Steps);
        Assert.InRange(record.Times["seconds"][1], 1000, 1999);
        Assert.Equal(20, record.Metrics.Steps.Count);
    }

    [SkippableFact]
    public void The_seed_decides_the_first_weights_of_modules_and_a_resume_what_they_draw_next()
    {
        TensorEngine.Needed();
        var (folder, drawn) = (_folder.At("other"), new List<float>());
        foreach (var (path, seed) in new[] { (Folder, 1L), (folder, 1L), (_folder.At("third"), 2L) })
        {
            using var run = Run.Open(path, new Walk(), seed);
            using var layer = nn.Linear(1, 1);
            drawn.Add(layer.weight.item<float>());
            run.Save(1, NoTensors);
            drawn.Add(rand(1).item<float>());
        }

        Assert.Equal(drawn[..2], drawn[2..4]);
        Assert.NotEqual(drawn[0], drawn[4]);
        using var resumed = Run.Open(Folder, new Walk(), 1);
        using (var layer = nn.Linear(1, 1))
            Assert.Equal(drawn[0], layer.weight.item<float>());
        resumed.Restore()!.Dispose();
        Assert.Equal(drawn[1], rand(1).item<float>());
    }

    [SkippableFact]
    public void A_damaged_checkpoint_costs_the_steps_since_the_one_before_and_is_named()
    {
        TensorEngine.Needed();
        Assert.Throws<OperationCanceledException>(() => WalkTo(Folder, new Walk(), stopAt: 13));
        File.WriteAllBytes(Path.Combine(Newest(Folder), "tensors.safetensors"), [1, 2, 3]);
        using (var run = Run.Open(Folder, new Walk(), 3, new RunSettings { CheckpointEvery = 5 }))
        {
            Assert.Equal(11, run.FirstStep);
            Assert.Contains("step-0000000013", Assert.Single(run.Problems), StringComparison.Ordinal);
        }

        WalkTo(_folder.At("straight"), new Walk());
        WalkTo(Folder, new Walk());
        AssertSame(_folder.At("straight"), Folder);
    }

    [SkippableFact]
    public void A_resume_elsewhere_is_added_to_the_machines()
    {
        TensorEngine.Needed();
        Assert.Throws<OperationCanceledException>(() => WalkTo(Folder, new Walk(), stopAt: 4));
        var here = RunRecord.Read(Folder).Machines.Single();
        Assert.Equal(1, here.FromStep);
        File.WriteAllText(At("machine.json"), File.ReadAllText(At("machine.json")).Replace(here.Machine.Runtime, ".NET 10.0.0", StringComparison.Ordinal));
        WalkTo(Folder, new Walk());
        var machines = RunRecord.Read(Folder).Machines;
        Assert.Equal([(1, ".NET 10.0.0"), (5, here.Machine.Runtime)], machines.Select(it => (it.FromStep, it.Machine.Runtime)));
    }

    [SkippableFact]
    public void A_resume_on_the_same_machine_leaves_the_machines_as_they_are()
    {
        TensorEngine.Needed();
        Assert.Throws<OperationCanceledException>(() => WalkTo(Folder, new Walk(), stopAt: 4));
        File.AppendAllText(At("machine.json"), "\n\n");
        var before = File.ReadAllText(At("machine.json"));
        WalkTo(Folder, new Walk());
        Assert.Equal(before, File.ReadAllText(At("machine.json")));
    }

    [Fact]
    public void No_file_names_the_host_the_user_or_a_path()
    {
        Run.Open(Folder, new Walk(), 1).Dispose();
        foreach (var file in new[] { "options.json", "machine.json", "metrics.jsonl", "times.jsonl" })
        {
            var text = File.ReadAllText(At(file));
            Assert.DoesNotContain($"\"{Environment.MachineName}\"", text, StringComparison.Ordinal);
            Assert.DoesNotContain($"\"{Environment.UserName}\"", text, StringComparison.Ordinal);
            Assert.DoesNotContain(Repository.Root, text, StringComparison.Ordinal);
            Assert.DoesNotContain(_folder.Path, text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Threads")]
    [InlineData("CheckpointEvery")]
    [InlineData("Keep")]
    public void Settings_below_one_are_refused(string setting) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Run.Open(Folder, new Walk(), 1, Options.With(new RunSettings(), setting, "0")));

    /// <summary>A walk whose position depends on everything that a resume has to bring back: streams, tensors and state.</summary>
    internal static void WalkTo(string folder, Walk options, long stopAt = 0, long failAt = 0)
    {
        using var stop = new CancellationTokenSource();
        using var run = Run.Open(folder, options, seed: 3, new RunSettings { CheckpointEvery = 5 });
        using var position = tensor(run.Streams.Initialisation.Normal());
        var farthest = 0.0;
        using (var checkpoint = run.Restore())
        {
            if (checkpoint is not null)
            {
                position.copy_(checkpoint.Tensors["position"]);
                farthest = (double)checkpoint.State["farthest"]!;
            }
        }

        for (var step = run.FirstStep; step <= options.Steps; step++)
        {
            using (var move = tensor(options.Scale * run.Streams.Environment.Normal()))
                position.add_(move);
            farthest = Math.Max(farthest, Math.Abs(position.item<double>()));
            run.Metrics.Write(step, ("position", position.item<double>()), ("farthest", farthest));
            if (step == failAt)
                throw new InvalidDataException();
            if (step == stopAt)
                stop.Cancel();
            if (step == options.Steps || run.CheckpointIsDue(step, stop.Token))
            {
                run.Save(step, new Dictionary<string, Tensor> { ["position"] = position }, new JsonObject { ["farthest"] = farthest });
                stop.Token.ThrowIfCancellationRequested();
            }
        }

        run.Complete();
    }

    /// <summary>Metrics and the last checkpoint are the same bytes.</summary>
    internal static void AssertSame(string expected, string actual)
    {
        Assert.Equal(File.ReadAllText(Path.Combine(expected, "metrics.jsonl")), File.ReadAllText(Path.Combine(actual, "metrics.jsonl")));
        var (one, other) = (Newest(expected), Newest(actual));
        Assert.Equal(Path.GetFileName(one), Path.GetFileName(other));
        var files = Directory.GetFiles(one).Select(Path.GetFileName).Order().ToList();
        Assert.True(files.Count >= 3);
        Assert.Equal(files, Directory.GetFiles(other).Select(Path.GetFileName).Order());
        Assert.All(files, file => Assert.Equal(File.ReadAllBytes(Path.Combine(one, file!)), File.ReadAllBytes(Path.Combine(other, file!))));
    }

    private static string Newest(string folder) => Directory.GetDirectories(Path.Combine(folder, "checkpoints"), "step-*").Max()!;

    private string At(string file) => Path.Combine(Folder, file);
}
