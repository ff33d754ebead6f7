namespace TorchSharp;

/// <summary>Items become a batch: their tensors side by side along a new first dimension.</summary>
internal static class Collation
{
    public static Dictionary<string, torch.Tensor> Named(IEnumerable<Dictionary<string, torch.Tensor>> items, torch.Device device)
    {
        var list = items.ToList();
        return list[0].Keys.ToDictionary(key => key, key => Stack(list.Select(item => item.TryGetValue(key, out var tensor) ? tensor
            : throw new ArgumentException($"an item of the batch has no tensor '{key}', which its first item has.")), device));
    }

    public static IList<torch.Tensor> Ordered(IEnumerable<IList<torch.Tensor>> items, torch.Device device)
    {
        var list = items.ToList();
        if (list.Exists(item => item.Count != list[0].Count))
            throw new ArgumentException("the items of the batch have different numbers of tensors.");
        return [.. Enumerable.Range(0, list[0].Count).Select(i => Stack(list.Select(item => item[i]), device))];
    }

    /// <summary>Disposes the tensors of an item or of a batch, whatever it keeps them in.</summary>
    public static void Dispose(object? value)
    {
        switch (value)
        {
            case IDisposable disposable:
                disposable.Dispose();
                break;
            case IDictionary<string, torch.Tensor> named:
                foreach (var tensor in named.Values)
                    tensor.Dispose();
                break;
            case IEnumerable<torch.Tensor> ordered:
                foreach (var tensor in ordered)
                    tensor.Dispose();
                break;
        }
    }

    private static torch.Tensor Stack(IEnumerable<torch.Tensor> tensors, torch.Device device)
    {
        var stacked = torch.stack(tensors, 0);
        if (stacked.device_type == device.type && (device.index < 0 || stacked.device.index == device.index))
            return stacked;
        using (stacked)
            return stacked.to(device);
    }
}
