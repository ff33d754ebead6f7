using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static class cuda
    {
        /// <summary>Whether libtorch was built for CUDA and sees a GPU.</summary>
        public static bool is_available() => device_count() > 0;

        public static unsafe int device_count() => Api.Instance.CudaCount();

        /// <summary>Seeds the current GPU's generator; without a GPU nothing happens.</summary>
        public static void manual_seed(long seed) => Seed(seed, is_available() ? 1 : 0);

        /// <summary>Seeds every GPU's generator; without a GPU nothing happens.</summary>
        public static void manual_seed_all(long seed) => Seed(seed, device_count());

        /// <summary>Waits until the GPU has done everything it was told.</summary>
        public static unsafe void synchronize(Device? device = null) =>
            Api.Instance.Check(Api.Instance.CudaSynchronize(device?.index ?? -1), "cuda.synchronize");

        private static void Seed(long seed, int devices)
        {
            for (var i = 0; i < devices; i++)
            {
                using var generator = Generator.DefaultOf(new Device(DeviceType.CUDA, i));
                generator.manual_seed(seed);
            }
        }
    }
}
