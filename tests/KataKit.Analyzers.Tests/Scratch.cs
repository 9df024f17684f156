using KataKit.Analyzers.Tests.Verification;
using Xunit.Abstractions;
using Xunit;
namespace KataKit.Analyzers.Tests;
public class Scratch(ITestOutputHelper output)
{
    [Fact]
    public async Task All()
    {
        foreach (var dir in Environment.GetEnvironmentVariable("KATA_SCRATCH")!.Split(':'))
        foreach (var file in Directory.GetFiles(dir, "*.cs").Order())
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            try {
            var found = await Findings.In(File.ReadAllText(file));
            output.WriteLine($"{Path.GetFileName(file)} ({watch.ElapsedMilliseconds} ms): {found.Count}");
            foreach (var f in found) output.WriteLine("    " + Findings.Show(f));
            foreach (var line in await KataRuns.Trace(File.ReadAllText(file))) output.WriteLine("      " + line);
            } catch (Exception e) { output.WriteLine($"{Path.GetFileName(file)}: {e.Message} {e.InnerException}"); }
        }
    }
}
