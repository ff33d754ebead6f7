using FsCheck;
using FsCheck.Fluent;

namespace Standins.Tests.Deedle;

/// <summary>A claim about many generated values, the same ones in every run.</summary>
internal static class Property
{
    public static void Holds<T>(Func<T, bool> claim) =>
        Check.One(Config.QuickThrowOnFailure.WithReplay(20_240_101, 7).WithQuietOnSuccess(true), Prop.ForAll(claim));
}
