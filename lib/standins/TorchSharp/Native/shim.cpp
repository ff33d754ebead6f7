// The one native file of the engine: tensor handles, boxed operator calls by name, autograd, generators, a counting allocator.
// Compiled once on the user's machine against the libtorch found there (1.13 to 2.x); see ShimBuilder.cs. C++20, narrow headers only:
// parsing is most of the build time.
//
// Conventions. A tensor handle is an owned at::TensorImpl*, 0 is the undefined tensor. Functions that can fail return 0 when fine and
// 1 on an error whose text kit_last_error() gives on the same thread; no exception crosses the border.

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/Version.h>
#include <ATen/core/Tensor.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/ivalue.h>
#include <ATen/core/stack.h>
#include <c10/core/Allocator.h>
#include <c10/core/CPUAllocator.h>
#include <c10/core/DefaultDtype.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/anomaly_mode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/function.h>
#include <torch/csrc/autograd/functions/utils.h>
#include <torch/csrc/autograd/saved_variable.h>
#include <torch/csrc/autograd/variable.h>
#if __has_include(<torch/headeronly/version.h>)
#include <torch/headeronly/version.h>
#elif __has_include(<torch/version.h>)
#include <torch/version.h>
#else
#include <torch/csrc/api/include/torch/version.h>
#endif

#include <malloc.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <mutex>
#include <sstream>
#include <string>
#include <vector>

// torch/cuda.h would pull in the whole C++ frontend.
namespace torch::cuda {
size_t device_count();
void synchronize(int64_t device_index);
} // namespace torch::cuda

#define KIT extern "C" __attribute__((visibility("default")))

namespace {

using Handle = c10::TensorImpl*;
using TensorPtr = c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>;

thread_local std::string last_error;

template <class F>
int guarded(F&& body) noexcept {
  try {
    body();
    return 0;
  } catch (const c10::Error& e) {
    last_error = e.what_without_backtrace();
  } catch (const std::bad_alloc&) {
    last_error = "out of memory";
  } catch (const std::exception& e) {
    last_error = e.what();
  } catch (...) {
    last_error = "an error that is not a std::exception";
  }
  return 1;
}

at::Tensor borrow(Handle h) {
  if (h == nullptr) return {};
  c10::raw::intrusive_ptr::incref(h);
  return at::Tensor(TensorPtr::reclaim(h));
}

Handle give(at::Tensor&& t) {
  return t.defined() ? t.unsafeReleaseTensorImpl() : nullptr;
}

std::vector<at::Tensor> borrow_all(const Handle* handles, int64_t n) {
  std::vector<at::Tensor> list;
  list.reserve(n);
  for (int64_t i = 0; i < n; i++) list.push_back(borrow(handles[i]));
  return list;
}

// --- counting allocator (CPU) -------------------------------------------------------------------------------------------

std::atomic<int64_t> live_bytes{0};
std::atomic<int64_t> live_tensors{0};  // handles owned by .NET

void count_free(void* p) {
  if (p == nullptr) return;
  live_bytes.fetch_sub(static_cast<int64_t>(malloc_usable_size(p)), std::memory_order_relaxed);
  std::free(p);
}

struct CountingAllocator final : c10::Allocator {
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 3)
  c10::DataPtr allocate(size_t n) override { return allocate_counted(n); }
  void copy_data(void* to, const void* from, size_t n) const override { std::memcpy(to, from, n); }
#else
  c10::DataPtr allocate(size_t n) const override { return allocate_counted(n); }
#endif
  c10::DeleterFnPtr raw_deleter() const override { return &count_free; }

 private:
  static c10::DataPtr allocate_counted(size_t n) {
    if (n == 0) return {nullptr, nullptr, &count_free, c10::Device(c10::DeviceType::CPU)};
    void* p = nullptr;
    // An absurd size is refused here: over-committed memory would be granted and the process killed on first use.
    TORCH_CHECK(n <= (size_t{1} << 46) && posix_memalign(&p, 64, n) == 0 && p != nullptr,
        "not enough memory: you tried to allocate ", n, " bytes.");
    live_bytes.fetch_add(static_cast<int64_t>(malloc_usable_size(p)), std::memory_order_relaxed);
    return {p, p, &count_free, c10::Device(c10::DeviceType::CPU)};
  }
};

// Never destroyed: other threads may still compute while the process ends.
CountingAllocator& counting_allocator = *new CountingAllocator;

// --- boxed calls --------------------------------------------------------------------------------------------------------

enum Tag : int32_t {
  Default = 0, None, TensorTag, Int, Double, Bool, String, IntList, DoubleList, TensorList, OptionalTensorList, DeviceTag,
  GeneratorTag, BoolList, ComplexTag, ScalarIntList, ScalarDoubleList,
};

struct Arg {
  int32_t tag;
  int32_t length;
  union {
    int64_t i;
    double d;
    const void* p;
  };
};

struct Op {
  c10::OperatorHandle handle;
  std::string name;
  std::vector<c10::optional<c10::IValue>> defaults;
};

c10::Device device_of(int64_t packed) {
  auto index = static_cast<int16_t>(packed & 0xffff);
  TORCH_CHECK(index == static_cast<c10::DeviceIndex>(index), "there is no device with the number ", index);
  return c10::Device(static_cast<c10::DeviceType>(packed >> 16), static_cast<c10::DeviceIndex>(index));
}

c10::IValue to_ivalue(const Arg& a) {
  switch (a.tag) {
    case None: return {};
    case TensorTag: return borrow(static_cast<Handle>(const_cast<void*>(a.p)));
    case Int: return a.i;
    case Double: return a.d;
    case Bool: return a.i != 0;
    case String: return std::string(static_cast<const char*>(a.p), a.length);
    case IntList: {
      auto p = static_cast<const int64_t*>(a.p);
      return c10::IValue(std::vector<int64_t>(p, p + a.length));
    }
    case DoubleList: {
      auto p = static_cast<const double*>(a.p);
      return c10::IValue(std::vector<double>(p, p + a.length));
    }
    case TensorList: return c10::IValue(borrow_all(static_cast<const Handle*>(a.p), a.length));
    case OptionalTensorList: {
      c10::List<c10::optional<at::Tensor>> list;
      list.reserve(a.length);
      auto p = static_cast<const Handle*>(a.p);
      for (int32_t i = 0; i < a.length; i++)
        list.push_back(p[i] == nullptr ? c10::optional<at::Tensor>() : c10::optional<at::Tensor>(borrow(p[i])));
      return c10::IValue(std::move(list));
    }
    case DeviceTag: return device_of(a.i);
    case GeneratorTag: return *static_cast<const at::Generator*>(a.p);
    case BoolList: {
      c10::List<bool> list;
      auto p = static_cast<const uint8_t*>(a.p);
      for (int32_t i = 0; i < a.length; i++) list.push_back(p[i] != 0);
      return c10::IValue(std::move(list));
    }
    case ComplexTag: {
      auto p = static_cast<const double*>(a.p);
      return c10::IValue(c10::complex<double>(p[0], p[1]));
    }
    case ScalarIntList: {
      c10::List<at::Scalar> list;
      auto p = static_cast<const int64_t*>(a.p);
      for (int32_t i = 0; i < a.length; i++) list.push_back(at::Scalar(p[i]));
      return c10::IValue(std::move(list));
    }
    case ScalarDoubleList: {
      c10::List<at::Scalar> list;
      auto p = static_cast<const double*>(a.p);
      for (int32_t i = 0; i < a.length; i++) list.push_back(at::Scalar(p[i]));
      return c10::IValue(std::move(list));
    }
    default: TORCH_CHECK(false, "unknown argument tag ", a.tag);
  }
}

Handle count_in(at::Tensor&& t) {
  auto h = give(std::move(t));
  if (h != nullptr) live_tensors.fetch_add(1, std::memory_order_relaxed);
  return h;
}

void to_result(c10::IValue&& value, Arg& out) {
  out = Arg{None, 0, {0}};
  if (value.isTensor()) {
    out.tag = TensorTag;
    out.p = count_in(std::move(value).toTensor());
  } else if (value.isInt()) {
    out.tag = Int;
    out.i = value.toInt();
  } else if (value.isDouble()) {
    out.tag = Double;
    out.d = value.toDouble();
  } else if (value.isBool()) {
    out.tag = Bool;
    out.i = value.toBool();
  } else if (value.isComplexDouble()) {
    auto parts = static_cast<double*>(std::malloc(2 * sizeof(double)));
    parts[0] = value.toComplexDouble().real();
    parts[1] = value.toComplexDouble().imag();
    out.tag = ComplexTag;
    out.p = parts;
  } else if (value.isTensorList()) {
    auto list = value.toTensorVector();
    auto handles = static_cast<Handle*>(std::malloc((list.size() + 1) * sizeof(Handle)));
    for (size_t i = 0; i < list.size(); i++) handles[i] = count_in(std::move(list[i]));
    out.tag = TensorList;
    out.length = static_cast<int32_t>(list.size());
    out.p = handles;
  } else {
    TORCH_CHECK(value.isNone(), "a result of type ", value.tagKind(), " has no .NET counterpart here");
  }
}

// --- a custom autograd node whose backward is a .NET function ----------------------------------------------------------------

struct ManagedCalls {
  // The gradients given are the callee's from now on, the results the caller's. Returns 0, or 1 with a malloc'ed text in *error.
  int (*backward)(void* context, void* node, const Handle* grads, int64_t n, Handle* results, int64_t m, char** error);
  void (*release)(void* context);
};

ManagedCalls managed{};

at::Tensor take(Handle h) {
  if (h == nullptr) return {};
  live_tensors.fetch_sub(1, std::memory_order_relaxed);
  return at::Tensor(TensorPtr::reclaim(h));
}

struct ManagedNode final : torch::autograd::Node {
  ManagedNode(void* context, const char* name, bool materialize) : context_(context), name_(name), materialize_(materialize) {}
  ~ManagedNode() override { managed.release(context_); }

  std::string name() const override { return name_; }

  torch::autograd::variable_list apply(torch::autograd::variable_list&& grads) override {
    std::vector<Handle> in, out(num_outputs(), nullptr);
    in.reserve(grads.size());
    for (size_t i = 0; i < grads.size(); i++)
      in.push_back(count_in(!grads[i].defined() && materialize_ ? input_metadata(i).zeros_like() : std::move(grads[i])));
    char* error = nullptr;
    if (managed.backward(context_, this, in.data(), in.size(), out.data(), out.size(), &error) != 0) {
      std::string text = error != nullptr ? error : "backward of a .NET autograd function failed";
      std::free(error);
      throw std::runtime_error(text);
    }
    torch::autograd::variable_list results;
    results.reserve(out.size());
    for (auto h : out) results.push_back(take(h));
    return results;
  }

  // After a backward that does not retain the graph.
  void release_variables() override {
    std::vector<torch::autograd::SavedVariable> dropped;
    std::lock_guard<std::mutex> lock(saved_mutex_);
    released_ = true;
    dropped.swap(saved_);
  }

  // Outputs are saved without their graph, which this node is part of: a cycle would never be freed.
  void save(const at::Tensor& t, bool is_output) { saved_.emplace_back(t, is_output); }

  template <class N>
  void unpack(N&& self, Handle* out, int64_t n) {
    std::lock_guard<std::mutex> lock(saved_mutex_);
    TORCH_CHECK(!released_,
        "trying to backward through the graph a second time: the tensors saved by ", name_,
        " were freed by the first one. Give retain_graph: true there.");
    std::vector<at::Tensor> list;
    for (auto& s : saved_) list.push_back(s.unpack(self));
    TORCH_CHECK(static_cast<int64_t>(list.size()) == n, "as many saved tensors as there are");
    for (size_t i = 0; i < list.size(); i++) out[i] = count_in(std::move(list[i]));
  }

 private:
  void* context_;
  std::string name_;
  bool materialize_;
  bool released_ = false;
  std::mutex saved_mutex_;
  std::vector<torch::autograd::SavedVariable> saved_;
};

// Nodes were shared_ptr's up to 2.11 or so, and are intrusive_ptr's since.
template <class N>
auto make_node(void* context, const char* name, bool materialize) {
  if constexpr (std::is_base_of_v<c10::intrusive_ptr_target, N>) {
    return c10::make_intrusive<N>(context, name, materialize);
  } else {
    return std::shared_ptr<N>(new N(context, name, materialize), torch::autograd::deleteNode);
  }
}

template <class N>
auto pointer_to(N* node) {
  if constexpr (std::is_base_of_v<c10::intrusive_ptr_target, N>) {
    return node->getptr();
  } else {
    return node->shared_from_this();
  }
}

} // namespace

// --- once -------------------------------------------------------------------------------------------------------------------

KIT const char* kit_last_error() { return last_error.c_str(); }

KIT int kit_start(int64_t** bytes, int64_t** tensors, const ManagedCalls* calls) {
  return guarded([&] {
    static_assert(sizeof(std::atomic<int64_t>) == sizeof(int64_t));
    // Without this a 1 MiB operation spends most of its time in page faults (glibc gives freed pages back at once).
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 2047 << 20);
    mallopt(M_TOP_PAD, 16 << 20);
    c10::SetCPUAllocator(&counting_allocator, 100);
    *bytes = reinterpret_cast<int64_t*>(&live_bytes);
    *tensors = reinterpret_cast<int64_t*>(&live_tensors);
    managed = *calls;
  });
}

// --- threads: OpenMP keeps its setting per thread, and OpenBLAS asks OpenMP, so every thread that computes has to be told ------

namespace {

std::atomic<int> wanted_threads{0};

void apply_threads() {
  thread_local int applied = 0;
  auto wanted = wanted_threads.load(std::memory_order_relaxed);
  if (applied == wanted) return;
  at::set_num_threads(wanted);
  applied = wanted;
}

} // namespace

KIT int kit_get_num_threads() {
  apply_threads();
  return at::get_num_threads();
}

KIT int kit_set_num_threads(int n) {
  return guarded([&] {
    // OpenMP ends the process where it cannot start as many.
    TORCH_CHECK(n > 0 && n <= 4096, "the number of threads must lie between 1 and 4096; it is ", n);
    wanted_threads = n;
    apply_threads();
  });
}

KIT int kit_get_num_interop_threads() { return static_cast<int>(at::get_num_interop_threads()); }

KIT int kit_set_num_interop_threads(int n) {
  return guarded([&] { at::set_num_interop_threads(n); });
}

// --- operators ---------------------------------------------------------------------------------------------------------------

KIT Op* kit_op_find(const char* name, const char* overload) {
  try {
    auto handle = c10::Dispatcher::singleton().findSchema({name, overload});
    if (!handle.has_value()) return nullptr;
    auto op = new Op{*handle, std::string(name), {}};
    if (*overload != 0) op->name += std::string(".") + overload;
    for (auto& a : handle->schema().arguments()) {
      auto value = a.default_value();
      op->defaults.push_back(value.has_value() ? c10::optional<c10::IValue>(*value) : c10::optional<c10::IValue>());
    }
    return op;
  } catch (...) {
    return nullptr;
  }
}

KIT char* kit_op_schema(const Op* op) {
  std::string text;
  return guarded([&] {
    std::ostringstream out;
    out << op->handle.schema();
    text = out.str();
  }) == 0 ? strdup(text.c_str()) : nullptr;
}

KIT int kit_op_call(const Op* op, const Arg* args, int32_t n, Arg* results, int32_t capacity) {
  thread_local torch::jit::Stack spare;
  torch::jit::Stack stack = std::move(spare);
  auto rc = guarded([&] {
    stack.clear();
    auto expected = op->defaults.size();
    TORCH_CHECK(static_cast<size_t>(n) <= expected, n, " arguments given, ", expected, " taken");
    for (size_t i = 0; i < expected; i++) {
      if (i < static_cast<size_t>(n) && args[i].tag != Default) {
        stack.push_back(to_ivalue(args[i]));
      } else {
        TORCH_CHECK(op->defaults[i].has_value(), "argument '", op->handle.schema().arguments()[i].name(), "' is missing");
        stack.push_back(*op->defaults[i]);
      }
    }
    apply_threads();
    op->handle.callBoxed(&stack);
    TORCH_CHECK(stack.size() <= static_cast<size_t>(capacity), "more results than there is room for");
    for (size_t i = 0; i < stack.size(); i++) to_result(std::move(stack[i]), results[i]);
    for (size_t i = stack.size(); i < static_cast<size_t>(capacity); i++) results[i] = Arg{None, 0, {0}};
  });
  stack.clear();
  spare = std::move(stack);
  return rc;
}

// --- tensors -----------------------------------------------------------------------------------------------------------------

struct TensorInfo {
  int64_t dim, numel, item_size, storage_offset;
  const int64_t* sizes;
  const int64_t* strides;
  int32_t dtype, device_type, device_index, requires_grad, is_leaf, is_contiguous, is_inference, is_strided, is_plain;
};

// Whether the elements are what the memory holds: no conjugation or sign is only noted, and it is no tensor of zeros without memory,
// as some gradients are.
static bool is_plain(const at::Tensor& t) { return !t.is_conj() && !t.is_neg() && !t._is_zerotensor(); }

KIT void kit_tensor_release(Handle h) {
  if (h == nullptr) return;
  live_tensors.fetch_sub(1, std::memory_order_relaxed);
  (void)guarded([&] { TensorPtr::reclaim(h); });
}

KIT Handle kit_tensor_alias(Handle h) { return count_in(borrow(h)); }

KIT int kit_tensor_info(Handle h, TensorInfo* info) {
  return guarded([&] {
    auto t = borrow(h);
    std::memset(info, 0, sizeof *info);
    info->is_strided = t.layout() == c10::kStrided;
    info->dim = t.dim();
    info->numel = t.numel();
    info->item_size = static_cast<int64_t>(t.dtype().itemsize());
    info->sizes = t.sizes().data();
    if (info->is_strided) {
      info->strides = t.strides().data();
      info->storage_offset = t.storage_offset();
      info->is_contiguous = t.is_contiguous();
    }
    info->dtype = static_cast<int32_t>(t.scalar_type());
    info->device_type = static_cast<int32_t>(t.device().type());
    info->device_index = t.device().index();
    info->requires_grad = t.requires_grad();
    info->is_leaf = t.is_leaf();
    info->is_inference = t.is_inference();
    info->is_plain = info->is_strided && is_plain(t);
  });
}

KIT int kit_tensor_data(Handle h, void** data) {
  return guarded([&] {
    auto t = borrow(h);
    TORCH_CHECK(t.device().is_cpu(), "the tensor lies on the device ", t.device(), ": call cpu() first");
    TORCH_CHECK(is_plain(t), "the tensor's elements are noted, not stored (a lazy conjugate, or zeros without memory): call clone() first");
    *data = t.data_ptr();
  });
}

KIT int kit_tensor_from_blob(void* data, const int64_t* sizes, int64_t n, int32_t dtype, void (*release)(void*), void* context, Handle* out) {
  return guarded([&] {
    c10::IntArrayRef shape(sizes, n);
    auto options = at::TensorOptions().dtype(static_cast<c10::ScalarType>(dtype));
    *out = count_in(at::from_blob(data, shape, [release, context](void*) { release(context); }, options));
  });
}

KIT int kit_bump_version(Handle h) {
  return guarded([&] { h->bump_version(); });
}

// --- autograd ----------------------------------------------------------------------------------------------------------------

KIT int kit_set_requires_grad(Handle h, int value) {
  return guarded([&] { borrow(h).set_requires_grad(value != 0); });
}

KIT int kit_retain_grad(Handle h) {
  return guarded([&] { borrow(h).retain_grad(); });
}

KIT int kit_grad(Handle h, Handle* out) {
  return guarded([&] {
    auto t = borrow(h);
    auto grad = t.grad();
    // Zeros without memory could not be changed in place.
    if (grad.defined() && grad._is_zerotensor()) t.mutable_grad() = grad = grad.clone();
    *out = grad.defined() ? count_in(std::move(grad)) : nullptr;
  });
}

KIT int kit_set_grad(Handle h, Handle grad) {
  return guarded([&] {
    auto t = borrow(h), g = borrow(grad);
    if (g.defined()) {
      TORCH_CHECK(g.unsafeGetTensorImpl() != t.unsafeGetTensorImpl(), "a tensor cannot be its own gradient");
      TORCH_CHECK(g.sizes() == t.sizes(), "a gradient of shape ", g.sizes(), " does not fit a tensor of shape ", t.sizes());
      TORCH_CHECK(g.scalar_type() == t.scalar_type(), "a gradient of type ", g.scalar_type(), " does not fit a tensor of type ", t.scalar_type());
      TORCH_CHECK(g.device() == t.device(), "a gradient on ", g.device(), " does not fit a tensor on ", t.device());
    }
    t.mutable_grad() = g;
  });
}

KIT int kit_set_data(Handle h, Handle data) {
  return guarded([&] { borrow(h).set_data(borrow(data)); });
}

KIT int kit_backward(const Handle* tensors, int64_t n, const Handle* grads, int64_t m, int retain, int create, const Handle* inputs, int64_t k) {
  return guarded([&] {
    auto given = borrow_all(grads, m);
    TORCH_CHECK(m == 0 || m == n, m, " gradients given for ", n, " tensors");
    given.resize(n);
    apply_threads();
    torch::autograd::backward(borrow_all(tensors, n), given, retain != 0, create != 0, borrow_all(inputs, k));
  });
}

KIT int kit_autograd_grad(const Handle* outputs, int64_t n, const Handle* inputs, int64_t k, const Handle* grads, int64_t m, int retain,
    int create, int allow_unused, Handle* results) {
  return guarded([&] {
    auto given = borrow_all(grads, m);
    TORCH_CHECK(m == 0 || m == n, m, " gradients given for ", n, " tensors");
    given.resize(n);
    apply_threads();
    auto list = torch::autograd::grad(
        borrow_all(outputs, n), borrow_all(inputs, k), given, retain != 0, create != 0, allow_unused != 0);
    for (size_t i = 0; i < list.size(); i++)
      results[i] = count_in(list[i].defined() && list[i]._is_zerotensor() ? list[i].clone() : std::move(list[i]));
  });
}

// Hangs a .NET backward behind the outputs, which have to have been computed without recording a graph. kinds: 0 an output with a
// gradient, 1 one without, 2 an input that was changed in place. Where an output is an input or a view, replaced[i] is what takes its
// place in the graph. The context is released with the node, or here where that fails.
KIT int kit_custom_function(const char* name, const Handle* inputs, int64_t n, const Handle* outputs, const int32_t* kinds, int64_t m,
    const Handle* saved, int64_t k, int materialize, void* context, Handle* replaced) {
  bool owned = false;
  auto rc = guarded([&] {
    auto node = make_node<ManagedNode>(context, name, materialize != 0);
    owned = true;
    auto in = borrow_all(inputs, n);
    node->set_next_edges(torch::autograd::collect_next_edges(in));
    auto is_input = [&](Handle h) { return std::find(inputs, inputs + n, h) != inputs + n; };
    for (int64_t i = 0; i < m; i++) {
      TORCH_CHECK(outputs[i] != nullptr, name, ": forward returned an undefined tensor");
      auto out = borrow(outputs[i]);
      TORCH_CHECK(kinds[i] != 2 || is_input(outputs[i]), name, ": only inputs can be marked as dirty");
      TORCH_CHECK(kinds[i] != 2 || !(out.is_leaf() && out.requires_grad()),
          name, ": a leaf variable that requires grad is being used in an in-place operation.");
    }
    std::vector<at::Tensor> fresh(m);
    for (int64_t i = 0; i < m; i++) {
      auto out = borrow(outputs[i]);
      auto number = node->add_input_metadata(out);
      if (kinds[i] == 2) {
        torch::autograd::impl::rebase_history(out, {node, number});
        continue;
      }
      if (is_input(outputs[i]) || out.is_view()) out = fresh[i] = out.detach();
      if (kinds[i] == 0) torch::autograd::impl::set_gradient_edge(out, {node, number});
    }
    for (int64_t i = 0; i < k; i++) {
      auto t = borrow(saved[i]);
      node->save(t, t.defined() && t.grad_fn().get() == node.get());
    }
    for (int64_t i = 0; i < m; i++) replaced[i] = count_in(std::move(fresh[i]));
  });
  if (!owned) managed.release(context);
  return rc;
}

// The saved tensors, while the node's backward runs.
KIT int kit_node_saved(void* node, Handle* out, int64_t n) {
  return guarded([&] {
    auto self = static_cast<ManagedNode*>(node);
    self->unpack(pointer_to(self), out, n);
  });
}

KIT void kit_set_anomaly_mode(int enabled, int check_nan) { torch::autograd::AnomalyMode::set_enabled(enabled != 0, check_nan != 0); }
KIT int kit_anomaly_mode() {
  return (torch::autograd::AnomalyMode::is_enabled() ? 1 : 0) | (torch::autograd::AnomalyMode::should_check_nan() ? 2 : 0);
}

KIT int kit_grad_mode() { return at::GradMode::is_enabled(); }
KIT void kit_set_grad_mode(int value) { at::GradMode::set_enabled(value != 0); }
KIT int kit_inference_mode() { return c10::InferenceMode::is_enabled(); }
KIT void* kit_enter_inference_mode(int value) { return new c10::InferenceMode(value != 0); }
KIT void kit_leave_inference_mode(void* guard) { delete static_cast<c10::InferenceMode*>(guard); }

// --- generators, threads, defaults, devices ---------------------------------------------------------------------------------

KIT int kit_generator_default(int64_t device, at::Generator** out) {
  return guarded([&] { *out = new at::Generator(at::globalContext().defaultGenerator(device_of(device))); });
}

KIT int kit_generator_clone(const at::Generator* from, at::Generator** out) {
  return guarded([&] { *out = new at::Generator(from->clone()); });
}

KIT void kit_generator_release(at::Generator* g) { delete g; }

KIT int kit_generator_seed(at::Generator* g, uint64_t seed) {
  return guarded([&] {
    std::lock_guard<std::mutex> lock(g->mutex());
    g->set_current_seed(seed);
  });
}

KIT int kit_generator_new_seed(at::Generator* g, uint64_t* seed) {
  return guarded([&] {
    std::lock_guard<std::mutex> lock(g->mutex());
    *seed = g->seed();
  });
}

KIT int kit_generator_initial_seed(const at::Generator* g, uint64_t* seed) {
  return guarded([&] { *seed = g->current_seed(); });
}

KIT int kit_generator_get_state(at::Generator* g, Handle* out) {
  return guarded([&] {
    std::lock_guard<std::mutex> lock(g->mutex());
    *out = count_in(g->get_state());
  });
}

KIT int kit_generator_set_state(at::Generator* g, Handle state) {
  return guarded([&] {
    std::lock_guard<std::mutex> lock(g->mutex());
    g->set_state(borrow(state));
  });
}

KIT int kit_manual_seed(uint64_t seed) {
  return guarded([&] { at::manual_seed(seed); });
}

KIT int kit_default_dtype() { return static_cast<int>(c10::typeMetaToScalarType(c10::get_default_dtype())); }

KIT int kit_set_default_dtype(int dtype) {
  return guarded([&] {
    auto type = static_cast<c10::ScalarType>(dtype);
    // libtorch sets first and complains afterwards.
    TORCH_CHECK(c10::isFloatingType(type), "only a floating-point type can be the default, not ", c10::toString(type));
    c10::set_default_dtype(c10::scalarTypeToTypeMeta(type));
  });
}

KIT void kit_set_deterministic(int mode, int warn_only) { at::globalContext().setDeterministicAlgorithms(mode != 0, warn_only != 0); }
KIT int kit_deterministic() {
  return (at::globalContext().deterministicAlgorithms() ? 1 : 0) | (at::globalContext().deterministicAlgorithmsWarnOnly() ? 2 : 0);
}

KIT int kit_cuda_count() {
  int64_t n = 0;
  return guarded([&] { n = static_cast<int64_t>(torch::cuda::device_count()); }) == 0 ? static_cast<int>(n) : 0;
}

KIT int kit_cuda_synchronize(int64_t device) {
  return guarded([&] { torch::cuda::synchronize(device); });
}

KIT char* kit_configuration() {
  std::string text;
  return guarded([&] { text = at::show_config(); }) == 0 ? strdup(text.c_str()) : nullptr;
}

KIT void kit_free(void* p) { std::free(p); }
