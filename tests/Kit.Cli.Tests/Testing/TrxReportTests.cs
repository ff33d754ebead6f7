using Kit.Cli.Testing;
using Kit.TestSupport;

namespace Kit.Cli.Tests.Testing;

public class TrxReportTests
{
    [Fact]
    public void Passed_failed_and_skipped_tests_are_told_apart_and_carry_their_messages()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.At("a.trx"), """
            <?xml version="1.0" encoding="utf-8"?>
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>
              <UnitTestResult testName="A.Passes" outcome="Passed" duration="00:00:01.5000000" />
              <UnitTestResult testName="A.Fails" outcome="Failed" duration="00:00:00.2500000">
                <Output><ErrorInfo><Message>expected 1, got 2</Message></ErrorInfo></Output></UnitTestResult>
              <UnitTestResult testName="A.Skips" outcome="NotExecuted">
                <Output><ErrorInfo><Message> KIT_REFERENCE is not set </Message></ErrorInfo></Output></UnitTestResult>
            </Results></TestRun>
            """);

        Assert.Equal(
            [
                new TestCase("Suite", "A.Passes", TestOutcome.Passed, 1.5),
                new TestCase("Suite", "A.Fails", TestOutcome.Failed, 0.25, "expected 1, got 2"),
                new TestCase("Suite", "A.Skips", TestOutcome.Skipped, 0, "KIT_REFERENCE is not set"),
            ],
            TrxReport.Read(folder.At("a.trx"), "Suite"));
    }
}
