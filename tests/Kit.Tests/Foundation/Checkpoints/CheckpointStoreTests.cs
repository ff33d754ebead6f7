using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using Kit.Foundation.Checkpoints;
using Kit.TestSupport;
using TorchSharp;
using static TorchSharp.torch;

namespace Kit.Tests.Foundation.Checkpoints;

public sealed class CheckpointStoreTests : IDisposable
{
    private static readonly string[] s_files = ["tensors.safetensors", "state.json", "manifest.json"];

    private readonly TemporaryFolder _folder = new();

    private string Store => _folder.At("checkpoints");

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public void What_was_saved_last_is_loaded_bit_for_bit()
    {
        TensorEngine.Needed();
        using var w = tensor(new[] { 0.1f, float.NaN, -0f, float.NegativeInfinity });
        using var half = w.to(ScalarType.Float16);
        var store = new CheckpointStore(Store);
        store.Save(1, new Dictionary<string, Tensor>(), []);
        store.Save(20, new Dictionary<string, Tensor> { ["w"] = w, ["half"] = half }, new JsonObject { ["epoch"] = 3, ["name"] = "größe" });

        using var checkpoint = new CheckpointStore(Store).LoadNewest()!;

        Assert.Equal(20, checkpoint.Step);
        Assert.Equal(["half", "w"], checkpoint.Tensors.Keys.Order());
        Assert.Equal((ScalarType.Float32, ScalarType.Float16), (checkpoint.Tensors["w"].dtype, checkpoint.Tensors["half"].dtype));
        Assert.Equal(SafetensorsTests.Bytes(w), SafetensorsTests.Bytes(checkpoint.Tensors["w"]));
        Assert.Equal(SafetensorsTests.Bytes(half), SafetensorsTests.Bytes(checkpoint.Tensors["half"]));
        Assert.Equal(3, checkpoint.State["epoch"]!.GetValue<int>());
        Assert.Equal("größe", checkpoint.State["name"]!.GetValue<string>());
        Assert.Empty(store.Problems);
    }

    [SkippableFact]
    public void Numbers_of_the_state_come_back_exactly()
    {
        TensorEngine.Needed();
        double[] doubles = [0.1, 1.0 / 3, -0.0, double.Epsilon, double.MaxValue, double.MinValue, 1e23, 5e-324, 123456789012345680, 2];
        ulong[] bits = [ulong.MaxValue, (1UL << 53) + 1, 0];
        var store = new CheckpointStore(Store);

        store.Save(0, new Dictionary<string, Tensor>(), new JsonObject
        {
            ["doubles"] = new JsonArray([.. doubles.Select(value => (JsonNode)value)]),
            ["bits"] = new JsonArray([.. bits.Select(value => (JsonNode)value)]),
            ["deep"] = Enumerable.Range(0, 200).Aggregate((JsonNode)new JsonObject(), (inner, _) => new JsonArray(inner)),
        });

        using var checkpoint = store.LoadNewest()!;
        Assert.Equal(doubles.Select(BitConverter.DoubleToInt64Bits),
            checkpoint.State["doubles"]!.AsArray().Select(value => BitConverter.DoubleToInt64Bits(value!.GetValue<double>())));
        Assert.Equal(bits, checkpoint.State["bits"]!.AsArray().Select(value => value!.GetValue<ulong>()));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Numbers_that_JSON_lacks_are_refused_by_their_place(double value)
    {
        var state = new JsonObject { ["losses"] = new JsonArray(1.0, new JsonObject { ["best"] = value }) };

        var problem = Assert.Throws<ArgumentException>(() => new CheckpointStore(Store).Save(1, new Dictionary<string, Tensor>(), state));

        Assert.Contains("state.losses[1].best", problem.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Store));
    }

    [Fact]
    public void Where_nothing_was_saved_there_is_nothing_to_load()
    {
        Assert.Null(new CheckpointStore(Store).LoadNewest());

        Directory.CreateDirectory(Path.Combine(Store, "notes"));
        Directory.CreateDirectory(Path.Combine(Store, "step-12"));
        Directory.CreateDirectory(Path.Combine(Store, "step-0000000012-old"));
        Directory.CreateDirectory(Path.Combine(Store, ".tmp-left"));
        File.WriteAllText(Path.Combine(Store, "step-0000000012"), "a file");

        var store = new CheckpointStore(Store);
        Assert.Null(store.LoadNewest());
        Assert.Empty(store.Problems);
    }

    [SkippableFact]
    public void Only_the_newest_are_kept_and_nothing_foreign_is_touched()
    {
        TensorEngine.Needed();
        var store = new CheckpointStore(Store, keep: 2);
        Directory.CreateDirectory(Path.Combine(Store, "notes"));
        Directory.CreateDirectory(Path.Combine(Store, ".tmp-left", "deep"));
        for (var step = 1; step <= 12; step += 1)
        {
            Save(store, step);
        }

        Assert.Equal(["notes", "step-0000000011", "step-0000000012"], Names());
        Assert.Equal(s_files.Order(), Directory.GetFiles(Path.Combine(Store, "step-0000000012")).Select(Path.GetFileName).Order());
    }

    [SkippableFact]
    public void A_step_saved_again_takes_the_place_of_the_first()
    {
        TensorEngine.Needed();
        var store = new CheckpointStore(Store);
        Save(store, 1);
        for (var times = 1; times <= 12; times++)
        {
            Save(store, 2, value: times);
        }

        Assert.Equal(12, Load(store).Value);
        Assert.Equal(2, Names().Count);
    }

    [SkippableFact]
    public void What_is_damaged_counts_for_nothing_when_old_ones_go()
    {
        TensorEngine.Needed();
        var store = new CheckpointStore(Store, keep: 2);
        Save(store, 1);
        Save(store, 2);
        Save(new CheckpointStore(Store, keep: 9), 3);
        File.Delete(Path.Combine(Store, "step-0000000003", "state.json"));
        File.Delete(Path.Combine(Store, "step-0000000002", "state.json"));

        Assert.Equal(1, Load(store).Step);
        Save(store, 2, value: 7);

        Assert.Equal((2, 7), Load(store));
        Assert.Equal(["step-0000000001", "step-0000000002.1", "step-0000000003"], Names());
        Assert.StartsWith("step-0000000003: ", Assert.Single(store.Problems), StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Cut_off_at_any_byte_of_any_file_the_one_before_is_loaded_and_the_reason_named()
    {
        TensorEngine.Needed();
        var store = new CheckpointStore(Store);
        Save(store, 1);
        Save(store, 2);
        var offsets = 0;
        ForEachFile("step-0000000002", (name, path, whole) =>
        {
            for (var length = 0; length < whole.Length; length++, offsets++)
            {
                File.WriteAllBytes(path, whole[..length]);

                Assert.Equal((1, 10), Load(store));
                Assert.StartsWith($"step-0000000002: {name} ", Assert.Single(store.Problems), StringComparison.Ordinal);
            }
        });
        Assert.True(offsets > 300, $"only {offsets} offsets were tried");
    }

    [SkippableFact]
    public void Cut_off_at_any_byte_the_only_one_is_an_error_that_names_it()
    {
        TensorEngine.Needed();
        var store = new CheckpointStore(Store);
        Save(store, 2);
        ForEachFile("step-0000000002", (name, path, whole) =>
        {
            for (var length = 0; length < whole.Length; length++)
            {
                File.WriteAllBytes(path, whole[..length]);

                var problem = Assert.Throws<CheckpointException>(store.LoadNewest);

                Assert.Contains($"step-0000000002: {name} ", problem.Message, StringComparison.Ordinal);
                Assert.Equal((Store, store.Problems), (problem.Folder, problem.Problems));
            }
        });
    }

    [SkippableFact]
    public void Whatever_byte_is_changed_no_wrong_tensor_is_ever_loaded()
    {
        TensorEngine.Needed();
        var store = new CheckpointStore(Store);
        Save(store, 1);
        Save(store, 2);
        ForEachFile("step-0000000002", (_, path, whole) =>
        {
            foreach (var (at, mask) in Enumerable.Range(0, whole.Length).SelectMany(at => new byte[] { 1, 0x20, 0x80, 0xff }.Select(mask => (at, mask))))
            {
                var changed = whole.ToArray();
                changed[at] ^= mask;
                File.WriteAllBytes(path, changed);

                Assert.Equal((1, 10), Load(store));
            }
        });
        Assert.Equal((2, 20), Load(store));
    }

    [SkippableTheory]
    [InlineData("tensors.safetensors")]
    [InlineData("state.json")]
    [InlineData("manifest.json")]
    public void A_missing_or_linked_file_is_named(string file)
    {
        TensorEngine.Needed();
        var store = new CheckpointStore(Store);
        Save(store, 1);
        Save(store, 2);
        var path = Path.Combine(Store, "step-0000000002", file);

        File.Move(path, _folder.At("elsewhere"));
        Assert.Equal((1, 10), Load(store));
        Assert.Contains(file, Assert.Single(store.Problems), StringComparison.Ordinal);

        File.CreateSymbolicLink(path, _folder.At("elsewhere"));
        Assert.Equal((1, 10), Load(store));
        Assert.Contains($"{file} is a link", Assert.Single(store.Problems), StringComparison.Ordinal);

        File.Delete(path);
        Directory.CreateDirectory(path);
        Assert.Equal((1, 10), Load(store));
    }

    [SkippableFact]
    public void Files_that_a_manifest_or_a_folder_has_besides_are_not_looked_at()
    {
        TensorEngine.Needed();
        var store = new CheckpointStore(Store);
        Save(store, 1);
        var folder = Path.Combine(Store, "step-0000000001");
        File.WriteAllText(Path.Combine(folder, "notes.txt"), "mine");
        Change(folder, manifest => manifest["files"]!["../../secret"] = new JsonObject { ["length"] = 1, ["sha256"] = "00" });

        Assert.Equal((1, 10), Load(store));
    }

    [SkippableTheory]
    [InlineData("step", 3, "step 3")]
    [InlineData("step", "2", "no step")]
    [InlineData("format", 2, "format 2")]
    [InlineData("files", 0, "no length")]
    public void A_manifest_that_says_something_else_is_named(string member, object value, string reason)
    {
        TensorEngine.Needed();
        var store = new CheckpointStore(Store);
        Save(store, 1);
        Save(store, 2);
        Change(Path.Combine(Store, "step-0000000002"), manifest => manifest[member] = value is int number ? number : (string)value);

        Assert.Equal((1, 10), Load(store));
        Assert.Contains(reason, Assert.Single(store.Problems), StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_renamed_checkpoint_is_not_believed()
    {
        TensorEngine.Needed();
        var store = new CheckpointStore(Store);
        Save(store, 1);
        Save(store, 2);
        Directory.Move(Path.Combine(Store, "step-0000000001"), Path.Combine(Store, "step-0000000009"));

        Assert.Equal((2, 20), Load(store));
        Assert.Contains("step 1, the folder's name says 9", Assert.Single(store.Problems), StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Killed_between_any_two_changes_of_the_disk_the_newest_whole_one_is_there_and_saving_goes_on()
    {
        TensorEngine.Needed();
        // What the disk looks like at every such moment, with what must be found there: the one before, or the new one from then on.
        var moments = new List<(string Folder, (long, int) Before, (long, int) Saving)>();
        (long, int) before = (0, 0), saving = (0, 0);
        var store = new CheckpointStore(Store, keep: 2)
        {
            BetweenChanges = folder =>
            {
                var copy = _folder.At($"moment-{moments.Count}");
                Copy(folder, copy);
                moments.Add((copy, before, saving));
            },
        };
        Save(new CheckpointStore(Store), 0, value: 0);
        Directory.CreateDirectory(Path.Combine(Store, ".tmp-left"));
        foreach (var (step, value) in new[] { (1, 10), (2, 20), (2, 21), (3, 30), (4, 40) })
        {
            saving = (step, value);
            Save(store, step, value);
            before = saving;
        }

        // Four changes and the rename, and two for each that goes; the leftover.
        Assert.Equal(5 * 5 + 2 * 4 + 1, moments.Count);
        var seen = new HashSet<(long, int)>();
        foreach (var moment in moments)
        {
            var after = new CheckpointStore(moment.Folder, keep: 2);
            var found = Load(after);
            Assert.True(found == moment.Saving || (found == moment.Before && !seen.Contains(moment.Saving)), $"{moment}: found {found}");
            Assert.Empty(after.Problems);
            seen.Add(found);

            Save(after, 5, value: 50);
            Assert.Equal((5, 50), Load(after));
            Assert.DoesNotContain(Directory.GetDirectories(moment.Folder), name => Path.GetFileName(name).StartsWith('.'));
        }

        Assert.Equal([(0, 0), (1, 10), (2, 20), (2, 21), (3, 30), (4, 40)], seen.Order());
    }

    [SkippableFact]
    public void A_disk_that_is_full_at_any_moment_leaves_the_old_one_and_no_rest()
    {
        TensorEngine.Needed();
        Save(new CheckpointStore(Store), 1);
        var failures = 0;
        for (var saved = false; !saved; failures++)
        {
            var left = failures;
            var store = new CheckpointStore(Store)
            {
                BetweenChanges = _ =>
                {
                    if (left-- == 0)
                    {
                        throw new IOException("No space left on device");
                    }
                },
            };
            try
            {
                Save(store, 2);
                saved = true;
            }
            catch (IOException)
            {
                // From the fifth on the new one is there already, and only the removal of old ones was cut short.
                Assert.Equal(failures < 4 ? (1, 10) : (2, 20), Load(store));
                Assert.True(failures >= 4 || Names() is ["step-0000000001"]);
            }
        }

        Assert.True(failures > 5, $"{failures} moments");
        Assert.Equal(2, Names().Count);
    }

    [SkippableFact]
    [UnsupportedOSPlatform("windows")]
    public void A_folder_that_cannot_be_written_keeps_what_it_has()
    {
        TensorEngine.Needed();
        Skip.If(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "needs a user to whom permissions apply");
        var store = new CheckpointStore(Store);
        Save(store, 1);
        var mode = File.GetUnixFileMode(Store);
        File.SetUnixFileMode(Store, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            Assert.Throws<UnauthorizedAccessException>(() => Save(store, 2));
            Assert.Equal((1, 10), Load(store));
        }
        finally
        {
            File.SetUnixFileMode(Store, mode);
        }
    }

    [SkippableFact]
    public void A_file_where_the_folder_should_be_is_an_error()
    {
        TensorEngine.Needed();
        File.WriteAllText(Store, "mine");

        Assert.Throws<IOException>(() => Save(new CheckpointStore(Store), 1));

        Assert.Equal("mine", File.ReadAllText(Store));
    }

    [SkippableFact]
    public void A_tensor_that_cannot_be_saved_changes_nothing()
    {
        TensorEngine.Needed();
        using var complex = zeros(2, dtype: ScalarType.ComplexFloat64);
        var store = new CheckpointStore(Store);
        Save(store, 1);

        Assert.Throws<ArgumentException>(() => store.Save(2, new Dictionary<string, Tensor> { ["z"] = complex }, []));

        Assert.Equal(["step-0000000001"], Names());
        Assert.Equal((1, 10), Load(store));
    }

    [Fact]
    public void Steps_and_counts_below_what_can_be_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CheckpointStore(Store, keep: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CheckpointStore(Store).Save(-1, new Dictionary<string, Tensor>(), []));
    }

    [SkippableFact]
    public void Steps_sort_by_number_however_large()
    {
        TensorEngine.Needed();
        var store = new CheckpointStore(Store);
        Save(store, 9_999_999_999);
        Save(store, 10_000_000_000);
        Save(store, long.MaxValue);

        Assert.Equal(long.MaxValue, Load(store).Step);
        Assert.Equal(3, Names().Count);
    }

    [SkippableFact]
    public void Saving_and_loading_many_times_leaves_no_tensor_alive()
    {
        TensorEngine.Needed();
        using var w = ones(3, 2);
        using var view = w.t();
        var store = new CheckpointStore(Store);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        for (var step = 0; step < 50; step++)
        {
            store.Save(step, new Dictionary<string, Tensor> { ["w"] = w, ["view"] = view }, []);
            using var checkpoint = store.LoadNewest()!;
            Assert.Equal(step, checkpoint.Step);
        }

        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    [SkippableFact]
    public void A_checkpoint_outlives_the_scope_it_was_loaded_in()
    {
        TensorEngine.Needed();
        var store = new CheckpointStore(Store);
        Save(store, 4);
        Checkpoint checkpoint;
        using (NewDisposeScope())
        {
            checkpoint = store.LoadNewest()!;
        }

        Assert.Equal(40, checkpoint.Tensors["w"].item<int>());
        checkpoint.Dispose();
        Assert.True(checkpoint.Tensors["w"].IsInvalid);
    }

    private static void Save(CheckpointStore store, long step, int? value = null)
    {
        using var w = tensor(value ?? (int)(step * 10), ScalarType.Int32);
        store.Save(step, new Dictionary<string, Tensor> { ["w"] = w }, new JsonObject { ["value"] = value ?? (int)(step * 10) });
    }

    private static (long Step, int Value) Load(CheckpointStore store)
    {
        using var checkpoint = store.LoadNewest()!;
        var value = Assert.Single(checkpoint.Tensors).Value.item<int>();
        Assert.Equal(value, checkpoint.State["value"]!.GetValue<int>());
        return (checkpoint.Step, value);
    }

    private List<string> Names() => [.. Directory.GetFileSystemEntries(Store).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private void ForEachFile(string checkpoint, Action<string, string, byte[]> damage)
    {
        foreach (var name in s_files)
        {
            var path = Path.Combine(Store, checkpoint, name);
            var whole = File.ReadAllBytes(path);
            damage(name, path, whole);
            File.WriteAllBytes(path, whole);
        }
    }

    private static void Change(string folder, Action<JsonNode> change)
    {
        var path = Path.Combine(folder, "manifest.json");
        var manifest = JsonNode.Parse(File.ReadAllText(path))!;
        change(manifest);
        File.WriteAllText(path, manifest.ToJsonString());
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var path in Directory.GetFiles(from))
        {
            File.Copy(path, Path.Combine(to, Path.GetFileName(path)));
        }

        foreach (var path in Directory.GetDirectories(from))
        {
            Copy(path, Path.Combine(to, Path.GetFileName(path)));
        }
    }
}
